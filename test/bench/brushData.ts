import { runCube } from '../../main/workbench/runCube.ts';
import { prefixCube, sumBetween } from '../../renderer/pages/prefixCube.ts';
import { spanOf } from '../../shared/periods/period.ts';
import { periodOfText } from '../../shared/periods/periodText.ts';
import { type Bench, SIZES, type Size } from './support/bench.ts';
import { brushedRange, syntheticViews } from './support/synthetic.ts';
import { PLAIN_SQL, plainStep, withSyntheticProject } from './support/syntheticProject.ts';
import { repeated } from './support/timed.ts';

/** The data of one brush step over six views: the sums of every mark of the five that follow, from the running sums that the page keeps. */
export function brushData(size: Size): Bench {
  return {
    name: `brush-data-${size}`,
    what: 'sums of one brush step, five views follow',
    measure: () =>
      withSyntheticProject(SIZES[size], async (project) => {
        const brush = { active: 'by-month', column: 'period', level: 'month' as const, selection: [] };
        const { bins, views } = await runCube(project, syntheticViews, brush);
        const cubes = Object.values(views).map(({ keyCount, cells, counts }) =>
          prefixCube(bins, keyCount, cells, counts),
        );
        if (cubes.length !== syntheticViews.length - 1) throw new Error('A view has no cube.');
        const step = (at: number) => {
          const { from, to } = brushedRange(at);
          const last = spanOf(periodOfText(to) ?? 0);
          for (const cube of cubes)
            sumBetween(cube, periodOfText(from) ?? 0, (last.start + last.months) * 1000 - 1);
        };
        await repeated(20, step);
        const times = await repeated(240, step);
        await plainStep(project, 0);
        return {
          times,
          compared: { to: PLAIN_SQL, times: await repeated(60, (at) => plainStep(project, at)) },
        };
      }),
  };
}
