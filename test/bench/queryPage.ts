import { viewsHandlers } from '../../main/workbench/views.ts';
import { type Bench, SIZES } from './support/bench.ts';
import { syntheticViews } from './support/synthetic.ts';
import { withSyntheticProject } from './support/syntheticProject.ts';
import { repeated } from './support/timed.ts';

/** A page of six views of a million rows, asked for at once as a window does. */
export const queryPage: Bench = {
  name: 'query-page-1m',
  what: 'six views answered',
  measure: () =>
    withSyntheticProject(SIZES['1m'], async (project) => {
      const handlers = viewsHandlers({ project: () => project });
      const context = { signal: new AbortController().signal, progress: () => undefined };
      const views = syntheticViews.map(({ id }) => id);
      const ask = () => handlers['views.query']({ views, selection: [] }, context);
      await ask();
      return { times: await repeated(20, ask) };
    }),
};
