import type { ResolvedDeck } from '../../../../main/exporting/pptx/resolvedDeck.ts';
import type { NativeChart } from '../../../../shared/charts/chart.ts';

const months = ['2024-07', '2024-08', '2024-09', '2024-10', '2024-11', '2024-12'].concat([
  '2025-01',
  '2025-02',
  '2025-03',
  '2025-04',
  '2025-05',
  '2025-06',
]);

const base = {
  direction: 'col',
  grouping: 'clustered',
  format: '#,##0',
  totals: false,
  legend: false,
} as const;

/** Monthly exports of FY2025 (State Bank of Pakistan), the last three in ink. */
export const monthly: NativeChart = {
  ...base,
  type: 'bar',
  categories: { kind: 'date', values: months },
  series: [
    {
      key: 'exports',
      name: 'Exports',
      values: [286, 298, 292, 330, 310, 348, 313, 305, 342, 317, 329, 339],
      colour: '#086E79',
      points: [9, 10, 11].map((index) => ({ index, fill: '#15191C' })),
      labels: 'all',
    },
  ],
  overlay: { name: 'Average so far', values: [...Array(9).fill(313.9), null, null, null], colour: '#15191C' },
};

export const stackedBars: NativeChart = {
  ...base,
  type: 'bar',
  direction: 'bar',
  grouping: 'stacked',
  categories: { kind: 'text', values: ['FY2024', 'FY2025'] },
  series: [
    {
      key: 'freelancers',
      name: 'Freelancers',
      values: [350, 400],
      colour: '#C67100',
      points: [],
      labels: 'all',
    },
    { key: 'others', name: 'All other', values: [1934, 2425], colour: '#086E79', points: [], labels: 'all' },
  ],
  totals: true,
  legend: true,
};

export const stackedColumns: NativeChart = { ...stackedBars, direction: 'col' };

export const lines: NativeChart = {
  ...base,
  type: 'line',
  grouping: 'standard',
  categories: { kind: 'date', values: months },
  series: [
    {
      key: 'FY2024',
      name: 'FY2024',
      values: [214, 238, 231, 243, 259, 303, 265, 257, 306, 310, 332, 298],
      colour: '#8C959A',
      points: [],
      labels: [11],
      width: 1.5,
    },
    {
      key: 'FY2025',
      name: 'FY2025',
      values: [286, 298, null, 330, 310, 348, 313, 305, 342, 317, 329, 339],
      colour: '#086E79',
      points: [
        { index: 5, fill: '#C67100' },
        { index: 11, fill: 'none', outline: '#A8201A', dashed: true },
      ],
      labels: [5, 11],
    },
  ],
  legend: true,
};

export const shares: NativeChart = {
  ...stackedColumns,
  type: 'area',
  grouping: 'percentStacked',
  format: '0.0%',
  categories: { kind: 'date', values: ['2021', '2022', '2023', '2024', '2025'] },
  series: ['Computer services', 'Telecommunication', 'Information'].map((name, index) => ({
    key: name,
    name,
    values: [1, 2, 3, 4, 5].map((year) => 0.2 + ((year * (index + 2)) % 5) / 10),
    colour: ['#086E79', '#C67100', '#37349D'][index] ?? '#82878C',
    points: [],
    labels: 'none',
  })),
  totals: false,
};

export const peers: NativeChart = {
  ...base,
  type: 'bar',
  direction: 'bar',
  categories: {
    kind: 'text',
    values: ['Cyprus', 'Croatia', 'Brazil', 'Belgium "&" <co>', 'Pakistan 😀', 'Bahrain'],
  },
  series: [
    {
      key: '',
      name: 'US$ million',
      values: [9855, 5629, 4270, 0, 3457, -12],
      colour: '#BAC1C5',
      points: [{ index: 4, fill: '#086E79' }],
      labels: 'all',
    },
  ],
};

const chart = (id: string, native: NativeChart) => ({
  id,
  name: 'Monthly exports & "more"',
  alt: 'Columns of monthly exports; the highest is 348 in December 2024.',
  chart: native,
});

/** Every layout and every chart form once, with texts that hurt careless writers. */
export const sampleDeck: ResolvedDeck = {
  id: 'deck1',
  title: 'July to March FY2025',
  slides: [
    {
      id: 's1',
      layout: 'cover',
      title: 'IT and ITeS exports, July to March FY2025',
      subtitle: 'Pakistan. Figures known on 10 June 2025',
      aside: [{ figure: '2,825', words: 'US$ million' }],
      rows: [],
      source: 'Source: Economic Survey 2024-25',
    },
    {
      id: 's2',
      layout: 'chartAndFigures',
      title: 'A US$4 bn year needed 392 m a month; the best month had brought 348 m',
      subtitle: 'Monthly exports, FY2025, US$ million',
      chart: chart('s2-v1', monthly),
      aside: [
        { figure: '392 m', words: 'needed a month, April to June' },
        { figure: '314 m', words: 'average of July to March' },
        { figure: '3,810 m', words: 'outcome, 190 m short of the goal' },
      ],
      rows: [],
      source:
        'Source: Economic Survey 2024-25 (2,825 to March); SBP, published by 20 Aug 2025. Calculation: (4,000 − 2,825) ÷ 3.',
      notes: 'The article says exports could reach US$4 bn.\nBy March 2,825 m had come in.',
    },
    {
      id: 's3',
      layout: 'chartAndFigures',
      title: 'Freelancers brought US$400 m, a smaller share than a year before',
      subtitle: 'July to March, US$ million: freelancers and all other exports',
      chart: chart('s3-v1', stackedBars),
      aside: [
        { figure: '14.2%', words: 'share in FY2025, 400 of 2,825' },
        { figure: '+14.2%', words: 'growth; the total grew 23.7%' },
      ],
      rows: [],
      source: 'Source: Economic Surveys 2023-24 and 2024-25.',
    },
    {
      id: 's4',
      layout: 'chart',
      title: 'Pakistan stands 17th among the 46 economies',
      subtitle: 'ICT services exports, calendar 2024, US$ million',
      chart: chart('s4-v1', peers),
      aside: [],
      rows: [],
      source: 'Source: World Bank WDI for 45 economies, A to Hungary; SBP monthly figures for Pakistan.',
    },
    {
      id: 's5',
      layout: 'table',
      title: 'One revision moved the nine-month total',
      subtitle: 'First prints and later vintages, US$ million',
      aside: [],
      rows: [
        ['Month', 'First print', 'Latest', 'Change'],
        ['November 2024', '324', '310', '−14'],
        ['Eight other months', '2,514', '2,514', '0'],
        ['July to March FY2025', '2,838', '2,824', '−14'],
      ],
      source: 'Source: SBP by way of press releases. The Survey prints 2,825; the gap of 1 is rounding.',
      notes: 'A note with a control character \u0001 and a half surrogate \uD800.',
    },
    ...[stackedColumns, lines, shares].map(
      (native, index) =>
        ({
          id: `s${index + 6}`,
          layout: 'chart',
          title:
            'Every form of chart is drawn once, so that its parts are checked in the file that people get',
          subtitle: 'US$ million',
          chart: chart(`s${index + 6}-v1`, native),
          aside: [],
          rows: [],
          source: 'Source: test',
        }) as const,
    ),
  ],
};
