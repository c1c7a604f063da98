import { literal } from '../../engine/engine.ts';
import type { StepContext } from './step.ts';

/** More texts than this are no short list. */
const MOST = 250;
/** A text that a sample shows this often is not the last of its kind to be met. */
const OFTEN = 3;

/** A column of few texts: the type that stores a number for each of its cells, and what is to be read as that. */
export interface KnownTexts {
  type: string;
  cell: string;
}

/**
 * By a sample that shows each text often. Undefined where there are many, or rare ones. A file may still hold another text, which the type
 * refuses. Where each cell stands as it is meant, it is read as it stands: with blanks around it, it is none of the texts, and refused too.
 */
export async function knownTexts(
  expression: string,
  cell: string,
  sample: string,
  context: StepContext,
): Promise<KnownTexts | undefined> {
  const rows = await context.rows(
    `SELECT ${expression} AS text, count(*), bool_and(coalesce(${cell} = ${expression}, false)) FROM ${sample} GROUP BY 1 ORDER BY 1 LIMIT ${MOST + 2}`,
  );
  const known = rows.filter(([text]) => text !== null);
  if (known.length === 0 || known.length > MOST || known.some(([, count]) => Number(count) < OFTEN))
    return undefined;
  return {
    type: `ENUM(${known.map(([text]) => literal(String(text))).join(', ')})`,
    cell: rows.every(([, , isAsMeant]) => isAsMeant === true) ? cell : expression,
  };
}
