import type { CallResult } from '../../shared/contract/index.ts';
import { isAbort, Problem, toProblemData } from '../../shared/contract/problem.ts';
import { findById } from '../../shared/model/document.ts';
import { withBuilt } from '../importing/buildTable.ts';
import type { Comparison } from '../importing/refresh/comparison.ts';
import { type QueryProject, runQuery, tableOf } from './runQuery.ts';

type Sides = CallResult<'refresh.view'>;

/** A view over the project as it is, and as a newer file would make it. Tables that are built from the refreshed one are built anew for the look. */
export async function releaseView(
  { project, scratch, table }: Comparison,
  id: string,
  newId: () => string,
  signal: AbortSignal,
): Promise<Sides> {
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
      const building = { ...builtFrom, title: shown.title, sourceRank: shown.sourceRank };
      return await withBuilt(after, building, newId, signal, async ({ rows }) => {
        const numbered = `(SELECT row_number() OVER () AS _id, * FROM ${rows})`;
        const tableName = (of: string) => (of === shown.id ? numbered : after.tableName(of));
        return await runQuery({ ...after, tableName }, view.query, { signal });
      });
    }),
  ]);
  return { before, after: then };
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
