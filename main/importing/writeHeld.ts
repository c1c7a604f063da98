import { rename, writeFile } from 'node:fs/promises';
import { csvLine } from './csvText.ts';
import { cellsIn, type HeldRows } from './heldRows.ts';
import type { HeaderLines } from './steps/headerLines.ts';

/** Writes the data lines as read, straight from the rows that are held, and answers how many there are. */
export async function writeHeld(
  { rows }: HeldRows,
  { columns, tests }: HeaderLines,
  names: readonly string[],
  to: string,
): Promise<number> {
  const data = rows.filter(tests.isData);
  const unfinished = `${to}.part`;
  await writeFile(unfinished, [names, ...data.map((row) => cellsIn(row, columns))].map(csvLine).join(''));
  await rename(unfinished, to);
  return data.length;
}
