import type { ChartData, Point, Series } from '../../shared/charts/chart.ts';
import { formatNumber, formatPercent } from '../../shared/formats/formatNumber.ts';
import { ChartKind, ChartOptions } from '../../shared/model/view.ts';
import { FLAG } from '../../shared/views/query.ts';
import { Chart } from './Chart.tsx';

interface Exhibit {
  readonly name: string;
  readonly data: ChartData;
  readonly options?: Partial<ChartOptions>;
}

/** Every kind of chart in the cases that go wrong, to be looked at in both themes (`?theme=dark`). Only in development builds, at #gallery. */
export function Gallery() {
  const theme = new URLSearchParams(location.search).get('theme');
  if (theme) document.documentElement.dataset['theme'] = theme;
  return (
    <main style={{ padding: 16, background: 'var(--paper)', overflow: 'auto', blockSize: '100vh' }}>
      {ChartKind.options.map((kind) => (
        <section key={kind}>
          <h2>{kind}</h2>
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 20 }}>
            {EXHIBITS.map(({ name, data, options }) => (
              <figure key={name} style={{ margin: 0 }}>
                <figcaption>{name}</figcaption>
                <div style={{ display: 'flex', blockSize: 190 }}>
                  <Chart kind={kind} options={ChartOptions.parse(options ?? {})} data={data} />
                </div>
              </figure>
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}

const YEARS = ['FY2019', 'FY2020', 'FY2021', 'FY2022', 'FY2023', 'FY2024'];
const LONG = [
  'Computer software consultancy services',
  'Export and import of computer software',
  'Other computer services, not elsewhere classified',
  'Telecommunications',
];

function point(value: number | null, flags = 0, inside = true): Point {
  return { value, flags, inside };
}

function series(name: string, points: readonly Point[], colour = 1): Series {
  return { key: name, name, points, colour };
}

function data(names: readonly string[], all: readonly Series[], more: Partial<ChartData> = {}): ChartData {
  return {
    title: 'Exports',
    categories: names.map((name) => ({ key: name, name, short: name.replace('FY20', 'FY') })),
    time: true,
    series: all,
    unit: 'US$ million',
    fraction: false,
    signed: false,
    decimals: 1,
    events: [],
    format: (value, decimals = 1) => formatNumber(value, { decimals }),
    ...more,
  };
}

const months = Array.from({ length: 68 }, (_, index) => `M${index}`);
const wave = months.map((_, index) => 180 + index * 2 + 40 * Math.sin(index * 0.9));
const stack = (flags: readonly number[], inside = (_: number) => true) =>
  ['Software consultancy', 'Software export and import', 'Repair', 'Hardware', 'Telecommunications'].map(
    (name, at) =>
      series(
        name,
        YEARS.map((_, index) =>
          point(index === 2 ? null : ([800, 500, 4, 2, 400][at] ?? 0), flags[index] ?? 0, inside(index)),
        ),
        at + 1,
      ),
  );

const EXHIBITS: readonly Exhibit[] = [
  {
    name: 'full',
    data: data(YEARS, [
      series(
        '',
        [1192, 1439, 2111, 2619, 2605, 3223].map((v) => point(v)),
      ),
    ]),
  },
  { name: 'empty', data: data([], []) },
  {
    name: 'no figures',
    data: data(YEARS, [
      series(
        '',
        YEARS.map(() => point(null)),
      ),
    ]),
  },
  { name: 'one point', data: data(['FY2024'], [series('', [point(3223)])]) },
  {
    name: 'gaps',
    data: data(YEARS, [
      series(
        '',
        [5, null, 7, 8, null, 6].map((v) => point(v)),
      ),
    ]),
  },
  {
    name: 'negatives, signed',
    data: data(
      YEARS,
      [
        series(
          '',
          [0.21, -0.05, -0.23, 0.08, 0, 0.62].map((v) => point(v)),
        ),
      ],
      {
        fraction: true,
        signed: true,
        format: (value, decimals = 1) => formatPercent(value, decimals, true),
      },
    ),
  },
  {
    name: 'long labels',
    data: data(
      LONG,
      [
        series(
          '',
          [791, 588, 754, 476].map((v) => point(v)),
        ),
      ],
      { time: false },
    ),
  },
  {
    name: 'many categories',
    data: data(
      Array.from({ length: 46 }, (_, index) => `Economy ${index + 1}`),
      [
        series(
          '',
          Array.from({ length: 46 }, (_, index) => point(65033 / (index + 1))),
        ),
      ],
      { time: false },
    ),
  },
  {
    name: 'many months, overlay, events',
    data: data(
      months,
      [
        series(
          '',
          wave.map((v) => point(v)),
        ),
      ],
      {
        overlay: {
          name: '12-month average',
          values: wave.map((_, index) => (index < 11 ? null : 190 + index * 2)),
        },
        events: [
          {
            at: 7,
            date: 'Feb 2021',
            text: 'SBP revises equity investment abroad policy (F.E. Circular No.01 of 2021)',
          },
          { at: 43, date: 'Feb 2024', text: 'X blocked' },
          {
            at: 62,
            date: 'Sep 2025',
            text: 'SMW4 and IMEWE cable cuts near Jeddah slow internet in Pakistan',
          },
        ],
      },
    ),
  },
  {
    name: 'few marks, overlay',
    data: data(
      YEARS,
      [
        series(
          '',
          [300, 320, 310, 350, 340, 365].map((v) => point(v)),
        ),
      ],
      {
        overlay: { name: '12-month average', values: [null, 325, 330, 335, 350, 358] },
      },
    ),
  },
  {
    name: 'derived, provisional, forecast, target',
    data: data(YEARS, [
      series(
        '',
        [300, 320, 310, 350, 340, 365].map((v, at) =>
          point(v, [0, FLAG.derived, FLAG.provisional, FLAG.incomplete, FLAG.forecast, FLAG.target][at]),
        ),
      ),
    ]),
  },
  {
    name: 'outside a selection',
    data: data(YEARS, [
      series(
        '',
        [300, 320, 310, 350, 340, 365].map((v, at) => point(v, at === 1 ? FLAG.derived : 0, at > 2)),
      ),
    ]),
  },
  {
    name: 'highlight',
    options: { highlight: 'FY2022' },
    data: data(YEARS, [
      series(
        '',
        [300, 320, 310, 350, 340, 365].map((v) => point(v)),
      ),
    ]),
  },
  { name: 'several', data: data(YEARS, stack([])) },
  {
    name: 'stacked, derived',
    options: { stacking: 'stacked' },
    data: data(YEARS, stack([0, FLAG.derived, 0, 0, FLAG.derived])),
  },
  {
    name: 'stacked, outside',
    options: { stacking: 'stacked' },
    data: data(
      YEARS,
      stack([], (at) => at > 3),
    ),
  },
  { name: '100%', options: { stacking: 'hundred' }, data: data(YEARS, stack([0, FLAG.derived])) },
  {
    name: 'large',
    data: data(YEARS, [
      series(
        '',
        [88000, 97100, 128600, 133700, 190700, 201000].map((v) => point(v)),
      ),
    ]),
  },
];
