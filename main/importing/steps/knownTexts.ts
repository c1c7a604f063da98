import { literal } from '../../engine/engine.ts';
import type { StepContext } from './step.ts';

/** More texts than this are no short list. */
const MOST = 250;
/** A text that a sample shows this often is not the last of its kind to be met. */
const OFTEN = 3;

/**
 * The type of a column of few texts, by a sample that shows each of them often: a list that stores a number for each cell. Undefined where
 * there are many, or rare ones. A file may still hold another text, which the type refuses.
 */
export async function knownTexts(
  expression: string,
  sample: string,
  context: StepContext,
): Promise<string | undefined> {
  const rows = await context.rows(
    `SELECT ${expression} AS text, count(*) FROM ${sample} GROUP BY 1 HAVING text IS NOT NULL ORDER BY 1 LIMIT ${MOST + 1}`,
  );
  if (rows.length === 0 || rows.length > MOST || rows.some(([, count]) => Number(count) < OFTEN))
    return undefined;
  return `ENUM(${rows.map(([text]) => literal(String(text))).join(', ')})`;
}
