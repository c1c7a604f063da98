import type { Step } from '../../../shared/model/recipe.ts';
import { cellKind } from './cellKind.ts';
import type { ColumnSample } from './columnSample.ts';
import { figureText } from './figureText.ts';
import { noFigure } from './noFigure.ts';
import { isChange, type PeriodHeader, periodHeaders } from './periodHeaders.ts';

/** The step that turns columns named by periods, over figures, into rows: 2019, 2020 ... or "Exports Jul-24", "Imports Jul-24" ... */
export function wideColumns(
  samples: readonly ColumnSample[],
  fiscalYearStart: number,
): Extract<Step, { step: 'unpivot' }> | undefined {
  const headers = periodHeaders(
    samples.map(({ name }) => name),
    fiscalYearStart,
  );
  const named = samples.flatMap((sample) => {
    const header = headers.get(sample.name);
    return header ? [{ sample, header }] : [];
  });
  // A measure of one period is a column like others; one of several periods is a wide one.
  const periods = new Map<string, Set<string>>();
  for (const { header } of named)
    periods.set(header.measure, (periods.get(header.measure) ?? new Set()).add(keyOf(header)));
  const several = named.filter(({ header }) => (periods.get(header.measure)?.size ?? 0) >= 2);
  // Beside them a figure of one of their periods belongs to that period alone: "2023-24 Net".
  const shared = new Set(several.map(({ header }) => keyOf(header)));
  const wide = named.filter(
    (one) => several.includes(one) || (shared.has(keyOf(one.header)) && holdFigures([one.sample])),
  );
  // Judged together: in a short table a single word is a large part of its column.
  if (wide.length < 2 || !holdFigures(wide.map(({ sample }) => sample)) || wide.length === samples.length)
    return undefined;
  const first = samples.findIndex(({ name }) => name === wide[0]?.sample.name);
  const columns = samples.flatMap(({ name, ...sample }, i) => {
    if (wide.some((one) => one.sample.name === name)) return [name];
    // "% change" beside the periods says how the one before it moved.
    const moves = i > first && !headers.has(name) && isChange(name.replace(/ \d+$/, ''));
    return moves && holdFigures([{ name, ...sample }]) ? [name] : [];
  });
  const taken = new Set(samples.map(({ name }) => name).filter((name) => !columns.includes(name)));
  const free = (name: string) => (taken.has(name) ? `${name} 2` : name);
  const flagged = wide.some(({ header }) => header.status !== undefined);
  return {
    step: 'unpivot',
    columns,
    nameTo: free('period'),
    valueTo: free('value'),
    periods: true,
    ...(flagged && { statusTo: free('status') }),
  };
}

function keyOf({ code, status = '' }: PeriodHeader): string {
  return `${code} ${status}`;
}

/** Nearly all of their cells are figures, marks for none, or empty. */
export function holdFigures(samples: readonly ColumnSample[]): boolean {
  let figures = 0;
  let others = 0;
  for (const { text, count } of samples.flatMap(({ texts }) => texts)) {
    const kind = cellKind(text);
    if (kind === 'text' || kind === 'period') {
      if (figureText(text)) figures += count;
      else if (!noFigure(text)) others += count;
    } else if (kind === 'number') figures += count;
  }
  return others <= (figures + others) * 0.2;
}
