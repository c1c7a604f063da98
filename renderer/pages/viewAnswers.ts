import { create } from 'zustand';
import { filteringClauses } from '../../shared/charts/selectionMarks.ts';
import { CANCELLED, type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import { type Document, findById } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';
import type { Selection, ViewData } from '../../shared/views/query.ts';
import { client } from '../app/client.ts';

/** What a view shows. The last data stays while a newer answer is on its way, so that nothing flickers. */
export interface Answer {
  /** What it answers: query, table revision and selection. */
  readonly key: string;
  readonly data?: ViewData;
  readonly problem?: ProblemData;
  /** Milliseconds since 1970 when a newer answer was asked for; absent: nothing is on its way. */
  readonly askedAt?: number;
}

export const useAnswers = create<Record<string, Answer>>(() => ({}));

let running: AbortController | undefined;

/** Everything that a view's answer depends on, as one text. */
export function answerKey(view: View, selection: Selection, document: Document): string {
  const table = findById(document.tables, view.query.table);
  return JSON.stringify([
    view.query,
    table?.revision,
    table?.columns,
    document.fiscalYearStart,
    filteringClauses(view, selection, document),
  ]);
}

/**
 * Asks for the answers of the views whose query, table or selection changed. A newer call aborts an older one and asks for what that one
 * had not answered yet; views under the same clauses share one call.
 */
export async function refreshAnswers(
  views: readonly View[],
  selection: Selection,
  document: Document,
): Promise<void> {
  const known = useAnswers.getState();
  const stale = views.filter(
    (view) => known[view.id]?.key !== answerKey(view, selection, document) || known[view.id]?.askedAt,
  );
  if (stale.length === 0) return;
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const askedAt = Date.now();
  useAnswers.setState((before) =>
    Object.fromEntries(stale.map(({ id }) => [id, { ...(before[id] ?? { key: '' }), askedAt }])),
  );
  const groups = new Map<string, { clauses: Selection; views: View[] }>();
  for (const view of stale) {
    const clauses = filteringClauses(view, selection, document);
    const group = groups.get(JSON.stringify(clauses)) ?? { clauses, views: [] };
    group.views.push(view);
    groups.set(JSON.stringify(clauses), group);
  }
  await Promise.all(
    [...groups.values()].map(async ({ clauses, views: asked }) => {
      const answered = (of: (view: View) => Omit<Answer, 'key'>) => {
        if (controller.signal.aborted) return;
        useAnswers.setState(
          Object.fromEntries(
            asked.map((view) => [view.id, { key: answerKey(view, selection, document), ...of(view) }]),
          ),
        );
      };
      try {
        const ids = asked.map(({ id }) => id);
        const answers = await client().call(
          'views.query',
          { views: ids, selection: clauses },
          { signal: controller.signal },
        );
        answered(({ id }) => answers[id] ?? {});
      } catch (error) {
        const problem = toProblemData(error);
        if (problem.code !== CANCELLED) answered(() => ({ problem }));
      }
    }),
  );
}
