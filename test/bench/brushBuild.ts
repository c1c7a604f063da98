import { runCube } from '../../main/workbench/runCube.ts';
import { type Bench, SIZES, type Size } from './support/bench.ts';
import { syntheticViews } from './support/synthetic.ts';
import { PLAIN_SQL, plainStep, withSyntheticProject } from './support/syntheticProject.ts';
import { repeated } from './support/timed.ts';

/** What a brush asks for when it begins: the sums of each month and mark of the five views that follow. */
export function brushBuild(size: Size): Bench {
  return {
    name: `brush-build-${size}`,
    what: 'sums for a brush from nothing, five views follow',
    measure: () =>
      withSyntheticProject(SIZES[size], async (project) => {
        const brush = { active: 'by-month', column: 'period', level: 'month' as const, selection: [] };
        const runs = size === '1m' ? 10 : 5;
        const times = await repeated(runs, () => runCube(project, syntheticViews, brush));
        return {
          times,
          compared: { to: PLAIN_SQL, times: await repeated(runs, (at) => plainStep(project, at)) },
        };
      }),
  };
}
