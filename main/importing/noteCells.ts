import type { ImportNote } from '../../shared/contract/importing.ts';
import { MOST_CELLS } from './steps/cellNotes.ts';
import type { StepContext } from './steps/step.ts';

/** The cells of one column by line and text: rows of [line, text, ...]. */
export function cellsIn(
  column: string,
  rows: readonly (readonly (string | number | boolean | null)[])[],
  { fileName }: StepContext,
): NonNullable<ImportNote['cells']> {
  return rows.slice(0, MOST_CELLS).map(([line, text]) => ({
    place: { file: fileName, line: Number(line), column },
    text: text === null || text === undefined ? '' : String(text),
  }));
}
