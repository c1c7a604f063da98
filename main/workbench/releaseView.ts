import type { CallResult } from '../../shared/contract/index.ts';
import { isAbort, Problem, toProblemData } from '../../shared/contract/problem.ts';
import { findById } from '../../shared/model/document.ts';
import type { Table } from '../../shared/model/table.ts';
import { withBuilt } from '../importing/buildTable.ts';
import type { Comparison } from '../importing/refresh/comparison.ts';
import { type QueryProject, runQuery, tableOf } from './runQuery.ts';

type Sides = CallResult<'refresh.view'>;

/** A view over the project as it is, and as a newer file would make it. Tables that are built from the refreshed one are built anew for the look. */
export async function releaseView(
  comparison: Comparison,
  id: string,
  newId: () => string,
  signal: AbortSignal,
): Promise<Sides> {
  const { project, scratch, table } = comparison;
  const view = findById(project.document.views, id);
  if (!view)
    throw new Problem({ code: 'query.unknown-view', message: 'That view is no longer in the project.' });
  const { document, engine } = project;
  const after: QueryProject = {
    engine,
    document: { ...document, tables: document.tables.map((one) => (one.id === table.id ? table : one)) },
    tableName: (of) => (of === table.id ? scratch.name('merged') : project.tableName(of)),
  };
  const shown = tableOf(document, view.query.table);
  const { builtFrom } = shown;
  const [before, then] = await Promise.all([
    answered(() => runQuery(project, view.query, { signal })),
    answered(async () => {
      if (!builtFrom || shown.id === table.id) return await runQuery(after, view.query, { signal });
      const built = await builtOnce(comparison, shown, after, newId);
      const tableName = (of: string) => (of === shown.id ? built : after.tableName(of));
      return await runQuery({ ...after, tableName }, view.query, { signal });
    }),
  ]);
  return { before, after: then };
}

/** Tables that are built from the refreshed one, as they would be: each is built once for all of its views. */
const built = new WeakMap<Comparison, Map<string, Promise<string>>>();

function builtOnce(
  comparison: Comparison,
  { id, builtFrom, title, sourceRank }: Table,
  after: QueryProject,
  newId: () => string,
): Promise<string> {
  const known = built.get(comparison) ?? new Map<string, Promise<string>>();
  built.set(comparison, known);
  const before = known.get(id);
  if (before || !builtFrom) return before ?? Promise.resolve(after.tableName(id));
  // Whoever asks first does not take it from the others by leaving: no signal.
  const made = withBuilt(after, { ...builtFrom, title, sourceRank }, newId, undefined, async ({ rows }) => {
    await comparison.scratch.table(`built_${id}`, `SELECT row_number() OVER () AS _id, * FROM ${rows}`);
    return comparison.scratch.name(`built_${id}`);
  });
  known.set(id, made);
  made.catch(() => known.delete(id));
  return made;
}

async function answered<T>(
  ask: () => Promise<T>,
): Promise<{ data: T } | { problem: ReturnType<typeof toProblemData> }> {
  try {
    return { data: await ask() };
  } catch (error) {
    if (isAbort(error) || !(error instanceof Problem)) throw error;
    return { problem: toProblemData(error) };
  }
}
