import { Problem } from '../../../shared/contract/problem.ts';
import { literal } from '../../engine/engine.ts';
import type { StepContext } from './step.ts';

const MOST_LETTERS = 500;

/** A pattern as a literal of SQL, tried first: Problem `import.bad-pattern` says what is wrong with it. RE2 takes no time that grows with its tricks. */
export async function pattern(text: string, context: StepContext): Promise<string> {
  try {
    if (text.length > MOST_LETTERS) throw new Error(`it has more than ${MOST_LETTERS} letters`);
    await context.rows(`SELECT regexp_matches('', ${literal(text)})`);
    return literal(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^[A-Za-z ]*Error:\s*/, '') : '';
    throw new Problem(
      {
        code: 'import.bad-pattern',
        message: `"${text}" is no pattern: ${why}.`,
        remedy: 'Mend it. A bracket, a dot, a star or a plus that means itself wants a \\ before it.',
      },
      { cause: error },
    );
  }
}

/** How many groups a pattern has: ( that is neither \( nor (?: nor inside [ ]. */
export function groupCount(text: string): number {
  const bare = text.replace(/\\./g, '').replace(/\[\^?\]?[^\]]*\]/g, '');
  return [...bare.matchAll(/\((?!\?(?!P?<))/g)].length;
}
