import { formatPeriod } from '../formats/formatPeriod.ts';
import { yearOnYear } from '../measures/yearOnYear.ts';
import { type Document, findById } from '../model/document.ts';
import type { View } from '../model/view.ts';
import { monthName } from '../periods/monthNames.ts';
import { fiscalYearOf, lastMonth, periodCode, shiftPeriod, spanOf } from '../periods/period.ts';
import { periodOfText, periodText } from '../periods/periodText.ts';
import type { ChartData } from './chart.ts';

/** The one figure that a tile prints, and what it is compared with. Growths are fractions. */
export interface TileFigure {
  /** "February 2026", "July to February FY2026"; the view's title where the figure has no period. */
  readonly label: string;
  readonly value: number | null;
  /** The mark's index in the data. */
  readonly index: number | null;
  readonly yearAgo: number | null;
  readonly onYear: number | null;
  readonly onMonth: number | null;
  /** Name of the period of the value, for "highest". */
  readonly period: string;
  /** Months, quarters ... with a value. */
  readonly known: number;
}

/** The last known mark inside the selection, or the highest one where the tile compares with that. */
export function tileFigure(view: View, data: ChartData, document: Document): TileFigure {
  const points = data.series[0]?.points ?? [];
  const wanted = points.flatMap(({ value, inside }, index) =>
    value !== null && inside ? [{ value, index }] : [],
  );
  const highest = view.options.compare === 'highest';
  const chosen = highest
    ? wanted.reduce<(typeof wanted)[number] | undefined>(
        (best, item) => (!best || item.value > best.value ? item : best),
        undefined,
      )
    : wanted.at(-1);
  const category = chosen && data.categories[chosen.index];
  const code = data.time && category ? periodOfText(category.key) : null;
  const valueAfter = (months: number): number | null => {
    if (code === null) return null;
    const key = periodText(shiftPeriod(code, months));
    const index = data.categories.findIndex((item) => item.key === key);
    return points[index]?.value ?? null;
  };
  const value = chosen?.value ?? null;
  const yearAgo = valueAfter(-12);
  const length = code === null ? 1 : spanOf(code).months;
  return {
    label: code === null ? view.title : labelOf(view, code, document),
    value,
    index: chosen?.index ?? null,
    yearAgo,
    onYear: data.fraction ? null : yearOnYear(value, yearAgo),
    onMonth: data.fraction || length >= 12 ? null : yearOnYear(value, valueAfter(-length)),
    period: category?.name ?? '',
    known: wanted.length,
  };
}

function labelOf(view: View, code: number, document: Document): string {
  const { fiscalYearStart } = document;
  const { start, months } = spanOf(code);
  if (view.options.compare === 'highest' || view.query.as === 'trailing12Sum') return view.title;
  if (view.query.as === 'fiscalYearToDate') {
    const year = fiscalYearOf(start, fiscalYearStart);
    const first = fiscalYearStart === 1 ? year * 12 : (year - 1) * 12 + fiscalYearStart - 1;
    return formatPeriod(periodCode(first, lastMonth(code) - first + 1), { fiscalYearStart });
  }
  if (months === 1) return `${monthName((start % 12) + 1)} ${Math.floor(start / 12)}`;
  return formatPeriod(code, { fiscalYearStart });
}

/** "US$ million" as a tile prints it beside its figure: "m". */
export function shortUnit(unit: string): string {
  if (/\bmillion\b/i.test(unit)) return 'm';
  if (/\bbillion\b/i.test(unit)) return 'bn';
  return unit;
}

/** The table that a view's source line comes from, when it has none of its own. */
export function sourceLine(view: View, document: Document): string {
  return view.source || findById(document.tables, view.query.table)?.sourceLine || '';
}
