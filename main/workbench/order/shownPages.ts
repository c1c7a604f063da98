import type { Progress } from '../../../shared/contract/define.ts';
import type { CallResult } from '../../../shared/contract/index.ts';
import type { Rows } from '../../../shared/contract/tables.ts';
import type { OrderProject } from './orders.ts';
import { windowOf } from './windowOf.ts';

/** Rows that are held in memory at a time. */
const PAGE = 50_000;

/** All rows of an order as it is shown, page by page. */
export async function* shownPages(
  project: OrderProject,
  { rows, columns }: { rows: Rows; columns: readonly string[] },
  { signal, progress }: { signal: AbortSignal; progress(progress: Progress): void },
): AsyncGenerator<CallResult<'tables.window'>> {
  for (let from = 0; ; from += PAGE) {
    const page = await windowOf(project, { rows, from, count: PAGE, columns }, signal);
    yield page;
    progress({ done: Math.min(page.total, from + PAGE), total: page.total, note: '' });
    if (from + PAGE >= page.total) return;
  }
}
