import { isAbort, Problem, toProblemData } from '../../shared/contract/problem.ts';
import type { Handlers } from '../../shared/contract/server.ts';
import { findById } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';
import type { Selection, ViewData } from '../../shared/views/query.ts';
import { runCube } from './runCube.ts';
import { runFigures } from './runFigures.ts';
import { type QueryProject, runQuery } from './runQuery.ts';
import { runTarget } from './runTarget.ts';
import { selectionConditions } from './selectionConditions.ts';

type ViewsCall = 'views.query' | 'views.trial' | 'views.cube' | 'views.target' | 'views.figures';

export function viewsHandlers(bench: { project(): QueryProject }): Pick<Handlers, ViewsCall> {
  return {
    async 'views.query'({ views, selection }, { signal }) {
      const project = bench.project();
      const answers = await Promise.all(
        views.map(async (id) => {
          try {
            return [id, { data: await runView(project, viewOf(project, id), selection, signal) }] as const;
          } catch (error) {
            if (isAbort(error) || !(error instanceof Problem)) throw error;
            return [id, { problem: toProblemData(error) }] as const;
          }
        }),
      );
      return Object.fromEntries(answers);
    },
    'views.trial': ({ query }, { signal }) => runQuery(bench.project(), query, { signal }),
    'views.cube'({ active, column, level, views, selection }, { signal }) {
      const project = bench.project();
      const found = views
        .map((id) => findById(project.document.views, id))
        .filter((view) => view !== undefined);
      return runCube(project, found, { active, column, level, selection }, signal);
    },
    'views.target': ({ target }, { signal }) => runTarget(bench.project(), target, signal),
    'views.figures': ({ slide }, { signal }) => runFigures(bench.project(), slide.figures, signal),
  };
}

/** A view under the selection of its page. */
export async function runView(
  project: QueryProject,
  view: View,
  selection: Selection,
  signal?: AbortSignal,
): Promise<ViewData> {
  try {
    const conditions = await selectionConditions(project, view, selection, signal);
    return await runQuery(project, view.query, { signal, conditions });
  } catch (error) {
    throw error instanceof Problem ? error.at({ view: view.title }) : error;
  }
}

function viewOf({ document }: QueryProject, id: string): View {
  const view = findById(document.views, id);
  if (view) return view;
  throw new Problem({
    code: 'query.unknown-view',
    message: `There is no view "${id}".`,
    remedy: 'It may have been removed; undo brings it back.',
  });
}
