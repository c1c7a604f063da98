import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewsHandlers } from '../../../main/workbench/views.ts';
import type { CallContext } from '../../../shared/contract/server.ts';
import { rounded } from '../../../shared/formats/roundDecimal.ts';
import { Slide } from '../../../shared/model/deck.ts';
import { Target } from '../../../shared/model/target.ts';
import { View } from '../../../shared/model/view.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { sampleFigures } from '../support/figures.ts';

let project: Awaited<ReturnType<typeof sampleFigures>>;
let handlers: ReturnType<typeof viewsHandlers>;
const context: CallContext = { signal: new AbortController().signal, progress() {} };
const total = { column: 'item', oneOf: ['ict_total'] };

function view(id: string, query: object, more: object = {}): View {
  return View.parse({
    id,
    title: id,
    kind: 'column',
    options: {},
    query: { table: 'monthly', measure: { column: 'value', aggregate: 'sum' }, where: [total], ...query },
    ...more,
  });
}

beforeAll(async () => {
  project = await sampleFigures();
  project.document.views.push(
    view('months', { keys: [{ column: 'period', level: 'month' }] }),
    view('years', { keys: [{ column: 'period', level: 'fiscalYear' }] }),
    view('sum', {}),
    view('still', {}, { follows: false }),
    view('growth', { as: 'yearOnYear' }),
    view('bad', { table: 'cumulative' }),
    view('annual', { table: 'annual', keys: [{ column: 'period' }] }),
  );
  project.document.targets.push(
    Target.parse({
      id: 'fy2025',
      title: 'FY2025',
      table: 'monthly',
      measure: 'value',
      where: [total],
      period: '2024-07/P12M',
      goal: 4000,
      unit: 'US$ million',
      knownTo: '2025-03',
      printed: { table: 'cumulative', measure: 'value', where: [total], asOf: '2025-06-10' },
      outcome: { table: 'annual', measure: 'value', where: [total] },
    }),
  );
  handlers = viewsHandlers({ project: () => project });
});
afterAll(() => project.engine.close());

const brushed = [
  { view: 'months', table: 'monthly', column: 'period', range: { from: '2024-07', to: '2025-03' } },
];

test('a brush filters the other views, never its own, nor those that do not follow; a refused view spoils none', async () => {
  const answers = await handlers['views.query'](
    { views: ['months', 'years', 'sum', 'still', 'bad', 'gone', 'annual'], selection: brushed },
    context,
  );
  const values = (id: string) => {
    const answer = answers[id];
    return answer && 'data' in answer ? [...answer.data.value.values] : answer?.problem.code;
  };
  expect(values('sum')).toEqual([2824]);
  expect(values('years')).toEqual([2824]);
  expect(values('months')).toHaveLength(73);
  expect(values('still')?.[0]).toBeGreaterThan(15_000);
  expect(values('bad')).toBe('query.cumulative-summed');
  expect(values('gone')).toBe('query.unknown-view');
  // Another table without the same concept is not touched.
  expect(values('annual')?.length).toBeGreaterThan(5);
});

test('a cube sums to the plain answer over any run of its bins, and leaves out what does not add up', async () => {
  const { bins, views } = await handlers['views.cube'](
    {
      active: 'months',
      column: 'period',
      level: 'month',
      views: ['sum', 'years', 'growth', 'bad', 'months'],
      selection: brushed,
    },
    context,
  );
  expect(Object.keys(views).sort()).toEqual(['sum', 'years']);
  const at = (text: string) => bins.findIndex((bin) => periodText(bin) === text);
  const cells = views.sum?.cells ?? new Float64Array();
  expect(cells.slice(at('2024-07'), at('2025-03') + 1).reduce((sum, value) => sum + value, 0)).toBe(2824);
  expect(views.years?.keyCount).toBe(7);
});

test('the target of FY2025 is reckoned from the tables: printed 2,825, months 2,824, 391.7 needed', async () => {
  const answer = await handlers['views.target']({ target: 'fy2025' }, context);
  expect([answer.achieved, answer.achievedFrom, answer.sumOfMonths, answer.gap]).toEqual([
    2825,
    'printed',
    2824,
    1,
  ]);
  expect(rounded(answer.neededPerMonth ?? 0, 1)).toBe(391.7);
  expect([answer.sameMonthsLastYear, answer.growthNeeded]).toEqual([940, 0.25]);
  expect(rounded(answer.growthSoFar ?? 0, 3)).toBe(0.237);
  expect([answer.outcome, answer.outcomeGap, answer.lastYear, answer.bestMonth?.value]).toEqual([
    3810, -190, 3223, 348,
  ]);
  expect(answer.ways.map(({ result }) => rounded(result, 0))).toEqual([3986, 3869, 3785, 3767, 3766]);
});

test('figures use each other; a circle, a missing one and a missing value are told', async () => {
  const query = {
    table: 'cumulative',
    measure: { column: 'value', aggregate: 'sum' },
    keys: [{ column: 'period' }],
  };
  const printed = (item: string) => ({
    kind: 'value',
    query: {
      ...query,
      where: [
        { column: 'item', oneOf: [item] },
        { column: 'period', oneOf: ['2024-07/P9M'] },
      ],
    },
  });
  const slide = Slide.parse({
    id: 'slide',
    layout: 'chart',
    title: '',
    figures: {
      total: printed('ict_total'),
      freelance: printed('freelance'),
      share: { kind: 'ratio', of: 'freelance', to: 'total' },
      rest: { kind: 'difference', of: 'total', to: 'freelance' },
      needed: { kind: 'target', target: 'fy2025', field: 'neededPerMonth' },
      round: { kind: 'change', of: 'circle', to: 'total' },
      circle: { kind: 'ratio', of: 'round', to: 'total' },
      lost: { kind: 'ratio', of: 'nothing', to: 'total' },
      march: {
        kind: 'value',
        query: { table: 'monthly', measure: query.measure, keys: query.keys, where: [total] },
        at: '2025-03',
      },
      best: {
        kind: 'rank',
        query: {
          table: 'monthly',
          measure: query.measure,
          keys: query.keys,
          where: [total, { column: 'period', from: '2024-07', to: '2025-03' }],
        },
        at: '2024-12',
      },
    },
  });
  const figures = await handlers['views.figures']({ slide }, context);
  expect(figures.total).toMatchObject({ value: 2825, unit: 'US$ million' });
  expect(figures.share?.value).toBeCloseTo(400 / 2825, 12);
  expect(figures.rest?.value).toBe(2425);
  expect(figures.needed?.reckoning).toBe('(4,000 \u2212 2,825) \u00f7 3');
  expect(figures.round?.problem?.code).toBe('figure.cycle');
  expect(figures.lost?.problem?.code).toBe('figure.unknown');
  expect(figures.march).toMatchObject({ value: 342, reckoning: 'Monthly releases, Mar 2025' });
  expect(figures.best?.value).toBe(1);
});
