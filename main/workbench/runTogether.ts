import type { Cell } from '../../shared/views/cells.ts';
import { type CellQuery, contains } from '../../shared/views/toSql.ts';
import type { Engine } from '../engine/engine.ts';
import { runCells } from './runQuery.ts';

interface Answer {
  cells: Cell[];
  elapsed: number;
}

/** With more cells than this, gathering them for a coarse view is slower than a scan of millions of rows. */
const MOST_CELLS = 20_000;

/**
 * The cells of several statements, in their order. What a finer grouping of the same rows tells is not scanned for again: of views
 * by item, by exporter, and by item and exporter, one is asked.
 */
export async function runTogether(
  engine: Engine,
  queries: readonly CellQuery[],
  signal?: AbortSignal,
): Promise<Answer[]> {
  const asked: { query: CellQuery; answer: Promise<Answer> }[] = [];
  const answers: Promise<Answer>[] = [];
  for (const [query, place] of finestFirst(queries)) {
    const finer = asked.find((other) => contains(other.query, query));
    const answer = finer ? within(finer, query) : runCells(engine, query, signal);
    asked.push({ query, answer });
    answers[place] = answer;
  }
  async function within(finer: { query: CellQuery; answer: Promise<Answer> }, query: CellQuery) {
    const found = await finer.answer;
    const same = finer.query.groups.length === query.groups.length;
    return same || found.cells.length <= MOST_CELLS ? found : await runCells(engine, query, signal);
  }
  return await Promise.all(answers);
}

/** Of equal groupings the one that knows sums beside counts comes first. */
function finestFirst(queries: readonly CellQuery[]): [CellQuery, number][] {
  const rank = ({ groups, kept }: CellQuery) => groups.length * 2 - (kept === 'counts' ? 1 : 0);
  return queries
    .map((query, place): [CellQuery, number] => [query, place])
    .sort(([a], [b]) => rank(b) - rank(a));
}
