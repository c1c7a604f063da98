import type { Step } from '../../shared/model/recipe.ts';
import type { FoundTable } from './detection/structure.ts';

/** The header step of a table as found. `toEnd`: nothing follows it, so that next month's file may be longer. */
export function headerOf(
  found: FoundTable,
  lineOf: (row: number) => number,
  toEnd: boolean,
): Extract<Step, { step: 'header' }> {
  const { header, first, last, left = 0, width, beside, units, repeated, comment } = found;
  return {
    step: 'header',
    lines: header.map(lineOf),
    firstDataLine: lineOf(first),
    ...(!toEnd && { lastDataLine: lineOf(last) }),
    // Where its lines do not name each column, they do not tell how many there are.
    ...((found.shifted || header.length === 0 || found.names.at(-1) === '') &&
      width > 0 && { names: found.names }),
    ...(units && { units }),
    ...((left > 0 || beside) && { firstColumn: left + 1 }),
    ...(beside && { lastColumn: left + width }),
    ...(repeated && { repeated }),
    ...(comment !== undefined && { comment }),
  };
}
