import type { CallArgs, CallResult } from '../../shared/contract/index.ts';
import type { Document } from '../../shared/model/document.ts';
import { client } from '../app/client.ts';

type Cube = CallResult<'views.cube'>;

let last: { key: readonly unknown[]; answer: Promise<Cube>; abort: AbortController } | undefined;

/**
 * The sums that a brush draws from, asked for once: the pointer over the rail asks, the press finds them under way or there, and so does the
 * next brush, until a table, a view or another selection has changed. A question that is no longer wanted is taken back.
 */
export function brushCube(document: Document, asked: CallArgs<'views.cube'>): Promise<Cube> {
  // The document is immutable: what is the same object is unchanged, and of the same project.
  const key = [document.tables, document.views, document.fiscalYearStart, JSON.stringify(asked)];
  if (last && key.every((part, i) => part === last?.key[i])) return last.answer;
  last?.abort.abort();
  const abort = new AbortController();
  const answer = client().call('views.cube', asked, { signal: abort.signal });
  last = { key, answer, abort };
  // What failed is asked again by the next brush.
  answer.catch(() => {
    if (last?.answer === answer) last = undefined;
  });
  return answer;
}
