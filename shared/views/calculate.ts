import { timeMeasures } from '../measures/index.ts';
import { shareOfTotal } from '../measures/shareOfTotal.ts';
import { addTotals, finish, noTotals } from './cells.ts';
import type { Gathered, Mark } from './marks.ts';
import type { Calculation, QuerySpec } from './query.ts';

/** Whether a calculation looks at periods that the time filter leaves out. */
export function needsHistory(calculation: Calculation | undefined): boolean {
  return calculation !== undefined && calculation !== 'none' && calculation !== 'shareOfTotal';
}

/**
 * The values of the marks under a calculation, null where there is none.
 * A share is one of the marks with the same first key; with one key or none, of all marks.
 * Without a time key a calculation looks at the periods that the filter keeps; with no filter, at the newest one.
 */
export function calculate(
  calculation: Calculation,
  spec: QuerySpec,
  { marks, history }: Gathered,
  fiscalYearStart: number,
): (number | null)[] {
  const { aggregate } = spec.measure;
  const plain = marks.map(({ totals }) => finish(totals, aggregate));
  if (calculation === 'none') return plain;
  if (calculation === 'shareOfTotal') {
    const group = (mark: Mark) => (spec.keys.length > 1 ? JSON.stringify(mark.keys[0]) : '');
    const totals = new Map<string, number>();
    marks.forEach((mark, i) => {
      totals.set(group(mark), (totals.get(group(mark)) ?? 0) + (plain[i] ?? 0));
    });
    return marks.map((mark, i) => shareOfTotal(plain[i] ?? null, totals.get(group(mark)) ?? null));
  }
  const measure = timeMeasures[calculation];
  return marks.map(({ periods, series }) => {
    const known = history.get(series);
    if (!known || periods.length === 0) return null;
    return measure.compute({
      periods,
      fiscalYearStart,
      over(wanted) {
        const totals = noTotals();
        for (const period of wanted) {
          const found = known.get(period);
          if (!found || found.count === 0) return null;
          addTotals(totals, found);
        }
        return finish(totals, aggregate);
      },
    });
  });
}
