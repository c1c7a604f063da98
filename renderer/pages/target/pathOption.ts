import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { chartText, type TargetChart, targetAxes } from './targetChart.ts';
import { niceAxis, type PathLines, pathLines } from './targetLines.ts';

/** Cumulative months against the target, the outcome and the year before. */
export function pathOption(chart: TargetChart): EChartsOption {
  const { answer, withOutcome, theme } = chart;
  const lines = pathLines(answer, withOutcome);
  const values = [lines.achieved, lines.needed, lines.outcome, lines.lastYear].flat();
  const highest = Math.max(answer.goal, ...values.map((value) => value ?? 0));
  const line = (
    data: readonly (number | null)[],
    token: string,
    width: number,
    z: number,
    dashed = false,
  ) => ({
    type: 'line' as const,
    silent: true,
    showSymbol: false,
    z,
    data: [...data],
    lineStyle: { color: theme.token(token), width, ...(dashed && { type: [5, 4] }) },
  });
  return {
    animation: false,
    grid: { left: 40, right: 104, top: 14, bottom: theme.fontSize + 11 },
    ...targetAxes(chart, niceAxis(highest), false),
    series: [
      line(lines.lastYear, 'mark-muted-line', 1.5, 2),
      line(lines.needed, 'mark-target', 2, 4, true),
      line(lines.outcome, 'mark-average', 2, 4),
      line(lines.achieved, 'mark', 3, 5),
      furniture(chart, lines),
    ],
  };
}

function furniture({ answer, theme, words }: TargetChart, lines: PathLines): CustomSeriesOption {
  const last = answer.months.length - 1;
  const size = theme.fontSize;
  return {
    type: 'custom',
    silent: true,
    z: 7,
    data: [0],
    renderItem: (params, api) => {
      const box = params.coordSys as unknown as { x: number; y: number; width: number; height: number }; // the cartesian rectangle
      const at = (month: number, value: number) => {
        const [x = 0, y = 0] = api.coord([month, value]);
        return { x, y };
      };
      const point = ({ x, y }: { x: number; y: number }, fill: string, stroke: string) => ({
        type: 'circle' as const,
        shape: { cx: x, cy: y, r: 3.5 },
        style: { fill, stroke, lineWidth: 2 },
      });
      const beside = box.x + box.width + 8;
      const children: object[] = [];
      const goal = at(last, answer.goal);
      // Names stand in the order of their line ends, a line and a half apart at least.
      const names: { y: number; text: string; more?: string; fill: string; weight: 400 | 600 }[] = [
        { y: goal.y - 4, text: words.target, fill: theme.token('mark-target'), weight: 600 },
      ];
      if (lines.lastKnown >= 0) {
        const known = at(lines.lastKnown, answer.achieved);
        const x = Math.round(known.x) + 0.5;
        children.push(
          {
            type: 'line',
            shape: { x1: x, y1: box.y, x2: x, y2: box.y + box.height },
            style: { stroke: theme.token('line-strong'), lineWidth: 1 },
          },
          point(known, theme.token('mark'), theme.token('paper')),
          chartText(theme, words.achieved, known.x - 10, known.y - size - 6, theme.token('accent-ink'), {
            align: 'right',
            weight: 600,
          }),
        );
        if (known.y > box.y + 3 * size) {
          children.push(
            chartText(theme, words.publishedTo, known.x - 6, box.y + 1, theme.token('ink-3'), {
              align: 'right',
            }),
          );
        }
      }
      children.push(point(goal, theme.token('paper'), theme.token('mark-target')));
      const outcome = lines.outcome[last];
      if (outcome !== null && outcome !== undefined) {
        const end = at(last, outcome);
        children.push(point(end, theme.token('mark-average'), theme.token('paper')));
        names.push({
          y: end.y,
          text: words.outcome,
          more: words.outcomeGap,
          fill: theme.token('ink'),
          weight: 600,
        });
      }
      const before = lines.lastYear[last];
      if (before !== null && before !== undefined) {
        names.push({
          y: at(last, before).y,
          text: words.lastYear,
          fill: theme.token('chart-axis'),
          weight: 400,
        });
      }
      let free = 0;
      for (const name of names.sort((one, other) => one.y - other.y)) {
        const y = Math.max(free, name.y - size / 2);
        children.push(chartText(theme, name.text, beside, y, name.fill, { weight: name.weight }));
        if (name.more) {
          children.push(chartText(theme, name.more, beside, y + size + 3, theme.token('ink-2')));
        }
        free = y + (name.more ? 2 * size + 8 : size + 5);
      }
      return { type: 'group', children: children as [] };
    },
  };
}
