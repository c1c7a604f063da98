import type { Page, View } from '../../../shared/model/view.ts';
import type { Filter, QuerySpec } from '../../../shared/views/query.ts';

const ictTotal: Filter = { column: 'item', oneOf: ['ict_total'] };
/** Before July 2020 seven months are not on file. */
const fromJuly2020: Filter = { column: 'month', from: '2020-07' };

const monthly = (change: Partial<QuerySpec> = {}): QuerySpec => ({
  table: 'monthly-series',
  measure: { column: 'value_usd_mn', aggregate: 'sum' },
  keys: [{ column: 'month' }],
  as: 'none',
  where: [ictTotal, fromJuly2020],
  vintage: 'latest',
  sort: 'natural',
  others: false,
  ...change,
});

const annual = (items: readonly string[], change: Partial<QuerySpec> = {}): QuerySpec => ({
  table: 'annual-figures',
  measure: { column: 'value', aggregate: 'sum' },
  keys: [{ column: 'fiscal_year' }, { column: 'item' }],
  as: 'none',
  where: [{ column: 'item', oneOf: [...items] }],
  vintage: 'latest',
  sort: 'natural',
  others: false,
  ...change,
});

const peers = (measure: string, change: Partial<QuerySpec> = {}): QuerySpec => ({
  table: 'peer-figures',
  measure: { column: 'value_mn', aggregate: 'sum' },
  keys: [{ column: 'country' }],
  as: 'none',
  where: [
    { column: 'measure', oneOf: [measure] },
    { column: 'year', oneOf: ['2024'] },
  ],
  vintage: 'latest',
  sort: 'largest',
  others: false,
  ...change,
});

const exporterTypes = (where: Filter[], change: Partial<QuerySpec> = {}): QuerySpec => ({
  table: 'exporter-types',
  measure: { column: 'value_usd_mn', aggregate: 'sum' },
  keys: [{ column: 'period' }, { column: 'exporter_type' }],
  as: 'none',
  where,
  vintage: 'latest',
  sort: 'natural',
  others: false,
  ...change,
});

const plain = { stacking: 'none', labels: 'auto', compare: 'none' } as const;

const smallestItems = [
  'computer_software_consultancy',
  'computer_software_export_import',
  'computer_other',
  'computer_hardware_consultancy',
  'computer_repair_maintenance',
  'telecom',
  'info',
];
/** Years with a split at the third level: FY2021 has none, FY2024 only ten months, FY2025 only the second level. */
const splitYears: Filter = {
  column: 'fiscal_year',
  oneOf: ['2018-07/P12M', '2019-07/P12M', '2021-07/P12M', '2022-07/P12M'],
};

export const sampleViews: View[] = [
  {
    id: 'tile-month',
    title: 'Newest month',
    kind: 'tile',
    options: { ...plain, compare: 'yearAndMonth' },
    query: monthly(),
    follows: true,
  },
  {
    id: 'tile-to-date',
    title: 'Fiscal year to date',
    kind: 'tile',
    options: { ...plain, compare: 'yearOnYear' },
    query: monthly({ as: 'fiscalYearToDate' }),
    follows: true,
  },
  {
    id: 'tile-trailing',
    title: 'Last 12 months',
    kind: 'tile',
    options: { ...plain, compare: 'yearOnYear' },
    query: monthly({ as: 'trailing12Sum' }),
    follows: true,
  },
  {
    id: 'tile-highest',
    title: 'Highest month',
    kind: 'tile',
    options: { ...plain, compare: 'highest' },
    query: monthly(),
    follows: true,
  },
  {
    id: 'tile-needed',
    title: 'Needed for US$5.0 bn',
    kind: 'tile',
    options: { ...plain, target: 'target-fy2026' },
    query: monthly({ where: [ictTotal, { column: 'month', from: '2025-07' }] }),
    follows: false,
  },
  {
    id: 'monthly-exports',
    title: 'Monthly exports',
    unitLine: 'US$ million a month',
    kind: 'column',
    options: { ...plain, events: { table: 'events', categories: ['FX', 'infrastructure'] } },
    query: monthly({ overlay: 'trailing12Average' }),
    follows: true,
  },
  {
    id: 'year-to-date',
    title: 'Fiscal year to date',
    unitLine: 'US$ million, cumulative from July',
    kind: 'line',
    options: plain,
    query: monthly({
      keys: [
        { column: 'month', level: 'fiscalMonth' },
        { column: 'month', level: 'fiscalYear' },
      ],
      as: 'fiscalYearToDate',
    }),
    note: 'Sums of months; FY2025 is printed as 3,810.',
    follows: false,
  },
  {
    id: 'year-on-year',
    title: 'Year on year by month',
    unitLine: '%',
    kind: 'column',
    options: { ...plain, labels: 'none' },
    query: monthly({ as: 'yearOnYear', where: [ictTotal, { column: 'month', from: '2021-07' }] }),
    note: 'Not seasonally adjusted.',
    follows: true,
  },
  {
    id: 'segments',
    title: 'Segments',
    unitLine: 'US$ million and share of the total',
    kind: 'column',
    options: { ...plain, stacking: 'stacked' },
    query: annual(smallestItems, { where: [{ column: 'item', oneOf: smallestItems }, splitYears] }),
    note: 'No split on file for FY2021.',
    follows: true,
  },
  {
    id: 'peers',
    title: 'Peers, 2024',
    kind: 'bar',
    options: { ...plain, labels: 'all', highlight: 'Pakistan' },
    query: peers('ict_services_exports_bop', {
      where: [
        { column: 'measure', oneOf: ['ict_services_exports_bop'] },
        { column: 'year', oneOf: ['2024'] },
        { column: 'value_mn', most: 9200, least: 2300 },
      ],
    }),
    unitLine: 'US$ million, the economies around Pakistan',
    source: 'World Bank WDI, A to Hungary; Pakistan: SBP, calendar 2024.',
    follows: false,
  },
  {
    id: 'segment-shares',
    title: 'Shares of each year',
    unitLine: '% of the total',
    kind: 'column',
    options: { ...plain, stacking: 'hundred' },
    query: annual(smallestItems, { where: [{ column: 'item', oneOf: smallestItems }, splitYears] }),
    follows: true,
  },
  {
    id: 'segment-groups',
    title: 'Three segments',
    unitLine: 'US$ million a fiscal year',
    kind: 'bar',
    options: { ...plain, stacking: 'stacked' },
    query: annual(['computer', 'telecom', 'info'], {
      where: [
        { column: 'item', oneOf: ['computer', 'telecom', 'info'] },
        {
          column: 'fiscal_year',
          oneOf: ['2018-07/P12M', '2019-07/P12M', '2021-07/P12M', '2022-07/P12M', '2024-07/P12M'],
        },
      ],
    }),
    note: 'FY2025 is printed in rounded parts; they sum to 3,815 for 3,810.',
    follows: true,
  },
  {
    id: 'exporter-types',
    title: 'Freelancers and firms',
    unitLine: 'US$ million, July to March',
    kind: 'bar',
    options: { ...plain, stacking: 'stacked', labels: 'all' },
    query: exporterTypes([
      { column: 'definition', oneOf: ['Economic Survey'] },
      { column: 'exporter_type', oneOf: ['freelancers', 'firms'] },
    ]),
    note: 'Firms: the total less freelancers.',
    source: 'Economic Surveys 2023-24 and 2024-25.',
    follows: true,
  },
  {
    id: 'exporter-growth',
    title: 'Growth by exporter type',
    unitLine: '% on July to March of the year before',
    kind: 'bar',
    options: { ...plain, labels: 'all' },
    query: exporterTypes(
      [
        { column: 'definition', oneOf: ['Economic Survey'] },
        { column: 'period', oneOf: ['2024-07/P9M'] },
      ],
      { keys: [{ column: 'exporter_type' }], as: 'yearOnYear' },
    ),
    follows: true,
  },
  {
    id: 'freelance-survey',
    title: 'Freelancers, Survey',
    unitLine: 'US$ million, Jul–Mar',
    source: 'Economic Surveys 2023-24 and 2024-25.',
    kind: 'column',
    options: { ...plain, labels: 'all' },
    query: exporterTypes(
      [
        { column: 'definition', oneOf: ['Economic Survey'] },
        { column: 'exporter_type', oneOf: ['freelancers'] },
      ],
      { keys: [{ column: 'period' }] },
    ),
    follows: false,
  },
  {
    id: 'freelance-ministry',
    title: 'Freelancers, ministry',
    unitLine: 'US$ million a year',
    source: 'Ministry of IT, in the press of 2022.',
    kind: 'column',
    options: { ...plain, labels: 'all' },
    query: exporterTypes(
      [
        { column: 'definition', oneOf: ['Ministry of IT (MoITT)'] },
        { column: 'exporter_type', oneOf: ['freelancers'] },
      ],
      { keys: [{ column: 'period' }] },
    ),
    follows: false,
  },
  {
    id: 'freelance-central-bank',
    title: 'Freelancers, State Bank',
    unitLine: 'US$ million',
    source: 'SBP, in the press to Feb 2026.',
    kind: 'column',
    options: { ...plain, labels: 'all' },
    query: exporterTypes(
      [
        { column: 'definition', oneOf: ['State Bank (SBP)'] },
        { column: 'exporter_type', oneOf: ['freelancers'] },
      ],
      { keys: [{ column: 'period' }] },
    ),
    follows: false,
  },
  {
    id: 'peers-largest',
    title: 'The largest exporters on file',
    unitLine: 'US$ million, 2024',
    kind: 'bar',
    options: { ...plain, labels: 'all', highlight: 'Pakistan' },
    query: peers('ict_services_exports_bop', { top: 20 }),
    source: 'World Bank WDI, A to Hungary; Pakistan: SBP, calendar 2024.',
    follows: true,
  },
  {
    id: 'peers-share',
    title: 'Share of services exports',
    unitLine: '%, 2024',
    kind: 'bar',
    options: { ...plain, labels: 'all' },
    query: peers('ict_share_of_services_exports_pct', { measure: { column: 'value_mn', aggregate: 'max' } }),
    source: 'World Bank WDI, twelve economies on file.',
    follows: true,
  },
  {
    id: 'india',
    title: 'India, software services',
    unitLine: 'US$ million, software services without affiliates abroad',
    kind: 'column',
    options: { ...plain, labels: 'all' },
    query: peers('software_services_exports_excl_affiliates', {
      keys: [{ column: 'year' }],
      where: [
        { column: 'measure', oneOf: ['software_services_exports_excl_affiliates'] },
        { column: 'country', oneOf: ['India'] },
      ],
      sort: 'natural',
    }),
    note: 'Fiscal years from April to March; never beside the balance-of-payments figures.',
    follows: false,
  },
  {
    id: 'nine-months',
    title: 'July to March of each year',
    unitLine: 'US$ million',
    kind: 'column',
    options: { ...plain, labels: 'all', highlight: '2024-07/P9M' },
    query: {
      table: 'cumulative-releases',
      measure: { column: 'value_usd_mn', aggregate: 'sum' },
      keys: [{ column: 'period' }],
      as: 'none',
      where: [
        { column: 'item', oneOf: ['ict_total'] },
        {
          column: 'period',
          oneOf: ['2020-07/P9M', '2021-07/P9M', '2022-07/P9M', '2023-07/P9M', '2024-07/P9M'],
        },
      ],
      vintage: 'latest',
      sort: 'natural',
      others: false,
    },
    follows: false,
  },
  {
    id: 'months-fy2025',
    title: 'Each month of FY2025',
    unitLine: 'US$ million',
    kind: 'column',
    options: { ...plain, labels: 'all' },
    query: monthly({ where: [ictTotal, { column: 'month', from: '2024-07', to: '2025-06' }] }),
    follows: false,
  },
];

/** Palette positions of the lines that most views show; the others follow their classification. */
export const sampleColours = {
  ITEM: {
    computer: 1,
    computer_software_consultancy: 1,
    computer_software_export_import: 2,
    computer_other: 3,
    computer_hardware_consultancy: 7,
    computer_repair_maintenance: 4,
    telecom: 5,
    info: 6,
  },
  exporter_type: { freelancers: 2, firms: 1 },
};

export const samplePages: Page[] = [
  {
    id: 'monthly-monitor',
    title: 'Monthly monitor',
    subtitle: 'Pakistan, exports of telecommunications, computer and information services, US$ million',
    tiles: ['tile-month', 'tile-to-date', 'tile-trailing', 'tile-highest', 'tile-needed'],
    layout: [
      { view: 'monthly-exports', x: 0, y: 0, w: 12, h: 6 },
      { view: 'year-to-date', x: 0, y: 6, w: 6, h: 5 },
      { view: 'year-on-year', x: 6, y: 6, w: 6, h: 5 },
      { view: 'segments', x: 0, y: 11, w: 6, h: 5 },
      { view: 'peers', x: 6, y: 11, w: 6, h: 5 },
    ],
    selection: [],
  },
  {
    id: 'segments-page',
    title: 'Segments',
    subtitle: 'By item at three levels, and by type of exporter, US$ million',
    tiles: [],
    text: 'The freelance series of the Economic Survey, the ministry and the State Bank follow three definitions. They are shown apart and never joined; firms, as the total less freelancers, are reckoned only inside the Survey’s definition.',
    layout: [
      { view: 'segment-groups', x: 0, y: 0, w: 6, h: 6 },
      { view: 'segment-shares', x: 6, y: 0, w: 6, h: 6 },
      { view: 'exporter-types', x: 0, y: 6, w: 6, h: 4 },
      { view: 'exporter-growth', x: 6, y: 6, w: 6, h: 4 },
      { view: 'freelance-survey', x: 0, y: 10, w: 4, h: 5 },
      { view: 'freelance-ministry', x: 4, y: 10, w: 4, h: 5 },
      { view: 'freelance-central-bank', x: 8, y: 10, w: 4, h: 5 },
    ],
    selection: [],
  },
  {
    id: 'peers-page',
    title: 'Peer economies',
    subtitle: 'Exports of telecommunications, computer and information services of the economies on file',
    tiles: [],
    layout: [
      { view: 'peers-largest', x: 0, y: 0, w: 7, h: 13 },
      { view: 'peers-share', x: 7, y: 0, w: 5, h: 7 },
      { view: 'india', x: 7, y: 7, w: 5, h: 6 },
    ],
    selection: [],
  },
];
