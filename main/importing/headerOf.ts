import type { Step } from '../../shared/model/recipe.ts';
import type { FoundTable } from './detection/structure.ts';

/** The header step of a table as found. `toEnd`: nothing follows it, so that next month's file may be longer. */
export function headerOf(
  found: FoundTable,
  lineOf: (row: number) => number,
  toEnd: boolean,
): Extract<Step, { step: 'header' }> {
  return {
    step: 'header',
    lines: found.header.map(lineOf),
    firstDataLine: lineOf(found.first),
    ...(!toEnd && { lastDataLine: lineOf(found.last) }),
    ...(found.units && { units: found.units }),
  };
}
