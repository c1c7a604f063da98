import type { StepContext, StepOf } from './steps/step.ts';

const MOST_LINES = 200;

/** The lines above and under a table, its titles and notes, as text. */
export async function linesOutside(
  { lines, firstDataLine, lastDataLine }: StepOf<'header'>,
  context: StepContext,
): Promise<{ line: number; text: string }[]> {
  const top = Math.min(firstDataLine, ...lines);
  if (context.rawWidth === 0 || (top <= 1 && lastDataLine === undefined)) return [];
  const cells = Array.from({ length: context.rawWidth }, (_, i) => `nullif(trim(c${i + 1}), '')`);
  const rows = await context.rows(
    `SELECT _line, concat_ws(' ', ${cells.join(', ')}) FROM raw WHERE _line < ${top}${lastDataLine === undefined ? '' : ` OR _line > ${lastDataLine}`} ORDER BY _line LIMIT ${MOST_LINES}`,
  );
  return rows.map(([line, text]) => ({ line: Number(line), text: String(text ?? '') }));
}
