import { Problem } from '../../../shared/contract/problem.ts';
import { type SqlText, sql, trusted, value } from '../../../shared/views/sql.ts';
import type { Engine } from '../../engine/engine.ts';

export interface FindText {
  readonly text: string;
  readonly regex: boolean;
  readonly caseSensitive: boolean;
  readonly whole: boolean;
}

/** A test of a text, as SQL. What is looked for is a parameter, a pattern too. */
export function findMatcher({ text, regex, caseSensitive, whole }: FindText): (shown: SqlText) => SqlText {
  if (regex) {
    const test = trusted(whole ? 'regexp_full_match' : 'regexp_matches');
    return (shown) => sql`${test}(${shown}, ${value(text)}, ${value(caseSensitive ? 'c' : 'i')})`;
  }
  const wanted = value(caseSensitive ? text : text.toLowerCase());
  return (shown) => {
    const at = caseSensitive ? shown : sql`lower(${shown})`;
    return whole ? sql`${at} = ${wanted}` : sql`contains(${at}, ${wanted})`;
  };
}

/** Problem `find.bad-pattern` where a regular expression is none, with the part that is wrong and where it stands. */
export async function checkPattern(engine: Engine, { text, regex }: FindText): Promise<void> {
  if (!regex) return;
  try {
    await engine.rows(sql`SELECT regexp_matches('', ${value(text)})`);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : '';
    // RE2 says what is wrong and quotes the part: "missing ): (abc".
    const [, what = 'it cannot be read', part = ''] =
      /Error: (?:Invalid Input Error: )?([^:]*(?: [)\]])?): ?(.*)$/s.exec(`Error: ${said}`) ?? [];
    const at = part === '' ? -1 : text.lastIndexOf(part);
    throw new Problem(
      {
        code: 'find.bad-pattern',
        message: `"${text}" is not a regular expression: ${what}${at > 0 ? ` at letter ${at + 1}` : ''}.`,
        remedy: 'Correct it, or switch regular expressions off.',
        ...(at >= 0 && { details: { at, length: part.length } }),
      },
      { cause },
    );
  }
}
