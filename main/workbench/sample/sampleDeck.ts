import type { FigureSpec } from '../../../shared/figures/figure.ts';
import type { Deck } from '../../../shared/model/deck.ts';
import type { Filter, QuerySpec } from '../../../shared/views/query.ts';

const query = (
  table: string,
  column: string,
  key: string | undefined,
  where: Filter[],
  change: Partial<QuerySpec> = {},
): QuerySpec => ({
  table,
  measure: { column, aggregate: 'sum' },
  keys: key ? [{ column: key }] : [],
  as: 'none',
  where,
  vintage: 'latest',
  sort: 'natural',
  others: false,
  ...change,
});

const ictTotal: Filter = { column: 'item', oneOf: ['ict_total'] };
const julyToMarch2025: Filter = { column: 'month', from: '2024-07', to: '2025-03' };

/** One figure of a nine-month total as printed. */
const printed = (period: string): FigureSpec => ({
  kind: 'value',
  query: query('cumulative-releases', 'value_usd_mn', 'period', [
    ictTotal,
    { column: 'period', oneOf: [period] },
  ]),
  pick: 'only',
});
const survey = (exporter: string, period: string): FigureSpec => ({
  kind: 'value',
  query: query('exporter-types', 'value_usd_mn', 'period', [
    { column: 'definition', oneOf: ['Economic Survey'] },
    { column: 'exporter_type', oneOf: [exporter] },
    { column: 'period', oneOf: [period] },
  ]),
  pick: 'only',
});
const month = (period: string, vintage: 'latest' | 'first' = 'latest'): FigureSpec => ({
  kind: 'value',
  query: query(
    'monthly-releases',
    'value_usd_mn',
    'month',
    [ictTotal, { column: 'month', oneOf: [period] }],
    { vintage },
  ),
  pick: 'only',
});
/** July 2024 to March 2025 as a sum of months. */
const nineMonths = (vintage: 'latest' | 'first'): FigureSpec => ({
  kind: 'value',
  query: query('monthly-releases', 'value_usd_mn', undefined, [ictTotal, julyToMarch2025], { vintage }),
  pick: 'only',
});
const target = (field: string): FigureSpec => ({ kind: 'target', target: 'target-fy2025', field });

const peers2024 = query('peer-figures', 'value_mn', 'country', [
  { column: 'measure', oneOf: ['ict_services_exports_bop'] },
  { column: 'year', oneOf: ['2024'] },
]);

export const sampleDeck: Deck = {
  id: 'july-to-march-fy2025',
  title: 'July to March FY2025',
  slides: [
    {
      id: 'slide-cover',
      layout: 'cover',
      title: 'IT and ITeS exports, July to March FY2025',
      subtitle: 'Pakistan. Figures known on 10 June 2025',
      aside: [{ figure: '{{total}}', words: 'US$ million' }],
      rows: [],
      source: 'Source: Economic Survey 2024-25',
      notes: 'The printed nine-month total is {{total}} m; the months on file sum to {{months}} m.',
      figures: { total: printed('2024-07/P9M'), months: nineMonths('latest') },
    },
    {
      id: 'slide-growth',
      layout: 'chart',
      title: 'Exports rose {{growth|%}} to US${{total|bn}}, the highest nine months on file',
      subtitle: 'July to March, US$ million',
      view: 'nine-months',
      aside: [],
      rows: [],
      source: 'Source: SBP and Economic Survey, latest vintage of each nine-month total. FY2021 to FY2025.',
      notes: 'A year before, July to March brought {{before}} m.',
      figures: {
        total: printed('2024-07/P9M'),
        before: printed('2023-07/P9M'),
        growth: { kind: 'change', of: 'total', to: 'before' },
      },
    },
    {
      id: 'slide-target',
      layout: 'chartAndFigures',
      title: 'A US${{goal|bn}} year needed {{needed|0}} m a month; the best month had brought {{best|0}} m',
      subtitle: 'Monthly exports, FY2025, US$ million',
      view: 'months-fy2025',
      aside: [
        { figure: '{{needed|0}} m', words: 'needed a month, April to June' },
        { figure: '{{average|0}} m', words: 'average of July to March' },
        { figure: '{{outcome|0}} m', words: 'outcome, {{short|0}} m short of the goal' },
      ],
      rows: [],
      source:
        'Source: Economic Survey 2024-25 ({{achieved|0}} to March); SBP, published by 20 Aug 2025. Calculation: ({{goal|0}} − {{achieved|0}}) ÷ 3.',
      notes:
        'The article says exports could reach US${{goal|bn}}. By March {{achieved|0}} m had come in, so the last three months each had to bring {{needed|0}} m. They brought {{april|0}}, {{may|0}} and {{june|0}}.',
      figures: {
        goal: target('goal'),
        needed: target('neededPerMonth'),
        average: target('averageSoFar'),
        achieved: target('achieved'),
        outcome: target('outcome'),
        best: target('bestMonth'),
        short: { kind: 'difference', of: 'goal', to: 'outcome' },
        april: month('2025-04'),
        may: month('2025-05'),
        june: month('2025-06'),
      },
    },
    {
      id: 'slide-freelancers',
      layout: 'chartAndFigures',
      title: 'Freelancers brought US${{freelancers|0}} m, a smaller share than a year before',
      subtitle: 'July to March, US$ million: freelancers and firms',
      view: 'exporter-types',
      aside: [
        { figure: '{{share|%}}', words: 'share in FY2025, {{freelancers|0}} of {{total|0}}' },
        {
          figure: '{{shareBefore|%}}',
          words: 'share in FY2024, {{freelancersBefore|0}} of {{totalBefore|0}}',
        },
        { figure: '{{growth|+%}}', words: 'growth; the total grew {{totalGrowth|%}}' },
      ],
      rows: [],
      source:
        'Source: Economic Surveys 2023-24 and 2024-25. SBP prints {{stateBank|0}} for July to December on a wider definition.',
      figures: {
        freelancers: survey('freelancers', '2024-07/P9M'),
        freelancersBefore: survey('freelancers', '2023-07/P9M'),
        total: survey('all', '2024-07/P9M'),
        totalBefore: survey('all', '2023-07/P9M'),
        share: { kind: 'ratio', of: 'freelancers', to: 'total' },
        shareBefore: { kind: 'ratio', of: 'freelancersBefore', to: 'totalBefore' },
        growth: { kind: 'change', of: 'freelancers', to: 'freelancersBefore' },
        totalGrowth: { kind: 'change', of: 'total', to: 'totalBefore' },
        stateBank: {
          kind: 'value',
          query: query('exporter-types', 'value_usd_mn', 'period', [
            { column: 'definition', oneOf: ['State Bank (SBP)'] },
            { column: 'exporter_type', oneOf: ['freelancers'] },
            { column: 'period', oneOf: ['2024-07/P6M'] },
          ]),
          pick: 'only',
        },
      },
    },
    {
      id: 'slide-peers',
      layout: 'chart',
      title: 'Pakistan stands {{rank|ordinal}} among the {{economies|0}} economies on file',
      subtitle: 'ICT services exports, calendar 2024, US$ million',
      view: 'peers',
      aside: [],
      rows: [],
      source: 'Source: World Bank WDI for 45 economies, A to Hungary; SBP monthly figures for Pakistan.',
      figures: {
        rank: { kind: 'rank', query: peers2024, at: 'Pakistan' },
        economies: {
          kind: 'value',
          query: { ...peers2024, keys: [], measure: { column: 'value_mn', aggregate: 'count' } },
          pick: 'only',
        },
      },
    },
    {
      id: 'slide-revision',
      layout: 'table',
      title: 'One revision moved the nine-month total',
      subtitle: 'First prints and later vintages, US$ million',
      aside: [],
      rows: [
        ['Month', 'First print', 'Latest', 'Change'],
        ['November 2024', '{{novemberFirst|0}}', '{{november|0}}', '{{novemberChange|+0}}'],
        ['July to March FY2025', '{{first|0}}', '{{latest|0}}', '{{change|+0}}'],
      ],
      source:
        'Source: SBP by way of press releases. The Survey prints {{printed|0}}; the gap of {{gap|0}} is rounding.',
      figures: {
        november: month('2024-11'),
        novemberFirst: month('2024-11', 'first'),
        novemberChange: { kind: 'difference', of: 'november', to: 'novemberFirst' },
        latest: nineMonths('latest'),
        first: nineMonths('first'),
        change: { kind: 'difference', of: 'latest', to: 'first' },
        printed: printed('2024-07/P9M'),
        gap: { kind: 'difference', of: 'printed', to: 'latest' },
      },
    },
  ],
};
