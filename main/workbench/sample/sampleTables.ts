import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import type { Column, Table } from '../../../shared/model/table.ts';

/** A file of the sample: how it is read, and what people call its table and columns. */
export interface SampleFile {
  file: string;
  table: Pick<Table, 'id' | 'title' | 'kind'> & { subtitle: string; sourceLine: string };
  sourceTitle: string;
  recipe: Recipe;
  /** By column id: what the recipe does not say. */
  columns: Readonly<
    Record<string, Partial<Pick<Column, 'label' | 'format' | 'labels' | 'parents' | 'order' | 'unit'>>>
  >;
}

/** A table built from others of the sample. */
export interface SampleBuilt {
  table: Pick<Table, 'id' | 'title' | 'kind'> & { subtitle: string; sourceLine: string };
  from: string;
  recipe: Recipe;
}

const reading: Step[] = [
  { step: 'readText', encoding: 'utf-8', delimiter: ',', quote: '"', escape: '' },
  { step: 'header', lines: [1], firstDataLine: 2 },
];

type SetColumn = Extract<Step, { step: 'setColumn' }>;
const set = (
  column: string,
  type: SetColumn['type'],
  role: SetColumn['role'],
  more: Partial<Pick<SetColumn, 'nature' | 'unit' | 'spelling'>> = {},
): Step => ({ step: 'setColumn', column, type, role, decimal: '.', missing: [''], ...more });

const release: Step[] = [
  set('status', 'category', 'status'),
  set('published', 'text', 'vintage'),
  set('source', 'text', 'source'),
  set('note', 'text', 'note'),
];

const releaseLabels = {
  status: { label: 'Status' },
  published: { label: 'Published' },
  source: { label: 'Source' },
  note: { label: 'Note' },
};

const oneDecimal = { decimals: 1, thousands: true, signed: false };
const exports = { label: 'Exports', format: oneDecimal };
const exporterTypes = {
  label: 'Exporter type',
  labels: { all: 'All exporters', freelancers: 'Freelancers', firms: 'Firms' },
  parents: { freelancers: 'all', firms: 'all' },
  order: ['all', 'freelancers', 'firms'],
};

const ofRecord = 'SBP and PBS, in the press to Mar 2026';

export const sampleFiles: readonly SampleFile[] = [
  {
    file: 'pakistan-ict-exports-monthly.csv',
    sourceTitle: 'Monthly, CSV',
    table: {
      id: 'monthly-releases',
      title: 'Monthly releases',
      kind: 'data',
      subtitle: 'Every printing of every month, US$ million',
      sourceLine: ofRecord,
    },
    recipe: [
      ...reading,
      set('month', 'period', 'time', { spelling: 'iso' }),
      set('item', 'category', 'dimension'),
      set('value_usd_mn', 'number', 'measure', { nature: 'flow', unit: 'US$ million' }),
      ...release,
    ],
    columns: { month: { label: 'Month' }, item: { label: 'Item' }, value_usd_mn: exports, ...releaseLabels },
  },
  {
    file: 'pakistan-ict-exports-cumulative.csv',
    sourceTitle: 'Cumulative, CSV',
    table: {
      id: 'cumulative-releases',
      title: 'Cumulative releases',
      kind: 'data',
      subtitle: 'Sums since July as printed, US$ million',
      sourceLine: 'SBP, PBS and Economic Survey, in the press to Jun 2026',
    },
    recipe: [
      ...reading,
      set('fiscal_year', 'period', 'time', { spelling: 'fiscalShort' }),
      set('months_elapsed_from_july', 'number', 'dimension'),
      set('item', 'category', 'dimension'),
      set('value_usd_mn', 'number', 'measure', { nature: 'cumulative', unit: 'US$ million' }),
      ...release,
      { step: 'spanPeriod', year: 'fiscal_year', months: 'months_elapsed_from_july', to: 'period' },
    ],
    columns: {
      period: { label: 'Period' },
      item: { label: 'Item' },
      value_usd_mn: exports,
      ...releaseLabels,
    },
  },
  {
    file: 'pakistan-ict-exports-annual.csv',
    sourceTitle: 'Annual, CSV',
    table: {
      id: 'annual-figures',
      title: 'Annual figures',
      kind: 'data',
      subtitle: 'Fiscal years from July to June, US$ million but for the share',
      sourceLine: 'SBP, PBS and ministry, in the press to Feb 2026',
    },
    recipe: [
      ...reading,
      set('fiscal_year', 'period', 'time', { spelling: 'fiscalShort' }),
      set('item', 'category', 'dimension'),
      set('value', 'number', 'measure', { nature: 'flow', unit: 'US$ million' }),
      set('status', 'category', 'status'),
      set('source', 'text', 'source'),
      set('note', 'text', 'note'),
    ],
    columns: {
      fiscal_year: { label: 'Fiscal year' },
      item: { label: 'Item' },
      value: { label: 'Value', format: oneDecimal },
      ...releaseLabels,
    },
  },
  {
    file: 'peer-countries-ict-services-exports.csv',
    sourceTitle: 'Peers, CSV',
    table: {
      id: 'peer-figures',
      title: 'Peer figures',
      kind: 'data',
      subtitle: 'Years as printed; each definition stands apart, million of the currency',
      sourceLine: 'World Bank WDI and national figures as printed',
    },
    recipe: [
      ...reading,
      set('country', 'category', 'dimension'),
      set('iso3', 'category', 'dimension'),
      // India's years begin in April, Bangladesh's figure covers ten months: printed years, never ranked beside calendar years.
      set('year', 'category', 'dimension'),
      set('measure', 'category', 'definition'),
      set('value_mn', 'number', 'measure', { nature: 'flow' }),
      set('currency', 'category', 'unit'),
      set('source', 'text', 'source'),
      set('note', 'text', 'note'),
    ],
    columns: {
      country: { label: 'Economy' },
      iso3: { label: 'ISO code' },
      year: { label: 'Year' },
      measure: {
        label: 'Definition',
        labels: {
          ict_services_exports_bop: 'ICT services exports, balance of payments',
          ict_share_of_services_exports_pct: 'ICT share of services exports',
          services_exports_total_bop: 'Services exports, balance of payments',
          software_services_exports_excl_affiliates: 'Software services without affiliates abroad',
          software_services_exports_incl_affiliates: 'Software services with affiliates abroad',
          it_bpm_revenue: 'IT-BPM revenue',
          ict_exports_edb: 'ICT exports (export board)',
          digital_exports_ministry: 'Digital exports (ministry)',
          nasscom_industry_revenue: 'Industry revenue (NASSCOM)',
          computer_services_exports: 'Computer services exports',
          outsourcing_exports_ministry: 'Outsourcing exports (ministry)',
          ict_services_exports: 'ICT services exports, as printed',
          nasscom_exports_incl_hardware: 'Exports with hardware (NASSCOM)',
          telecom_computer_info_services_exports: 'Telecom, computer and information services',
          ict_exports_basis: 'ICT exports (trade body)',
        },
      },
      value_mn: { label: 'Value', format: oneDecimal },
      currency: { label: 'Currency', labels: { USD: 'US$ million', EUR: 'EUR million', PCT: '%' } },
      source: { label: 'Source' },
      note: { label: 'Note' },
    },
  },
  {
    file: 'freelance-definitions.csv',
    sourceTitle: 'Freelancers by definition, CSV',
    table: {
      id: 'freelance-releases',
      title: 'Freelance releases',
      kind: 'data',
      subtitle: 'Freelancers and all exporters by who defines them, US$ million',
      sourceLine: 'Economic Survey, ministry and SBP, in the press to Feb 2026',
    },
    recipe: [
      ...reading,
      set('fiscal_year', 'period', 'time', { spelling: 'fiscalShort' }),
      set('months_elapsed_from_july', 'number', 'dimension'),
      set('exporter_type', 'category', 'dimension'),
      set('definition', 'category', 'definition'),
      set('value_usd_mn', 'number', 'measure', { nature: 'cumulative', unit: 'US$ million' }),
      ...release,
      { step: 'spanPeriod', year: 'fiscal_year', months: 'months_elapsed_from_july', to: 'period' },
    ],
    columns: {
      period: { label: 'Period' },
      exporter_type: exporterTypes,
      definition: { label: 'Definition' },
      value_usd_mn: exports,
      ...releaseLabels,
    },
  },
  {
    file: 'events.csv',
    sourceTitle: 'Events, CSV',
    table: {
      id: 'events',
      title: 'Events',
      kind: 'events',
      subtitle: 'Policies, taxes, outages and releases, dated to the day or the month',
      sourceLine: 'Press reports named in each row',
    },
    recipe: [
      ...reading,
      set('date', 'text', 'dimension'),
      set('event', 'text', 'note'),
      set('category', 'category', 'dimension'),
      set('source', 'text', 'source'),
      set('note', 'text', 'note'),
    ],
    columns: {
      date: { label: 'Date' },
      event: { label: 'Event' },
      category: { label: 'Category' },
      source: { label: 'Source' },
      note: { label: 'Note' },
    },
  },
  {
    file: 'claims.csv',
    sourceTitle: 'Claims, CSV',
    table: {
      id: 'claims',
      title: 'Claims',
      kind: 'claims',
      subtitle: 'What one article of 2025 says, and what the figures on file say',
      sourceLine: 'A press article of 2025, checked against the tables of this project',
    },
    recipe: [
      ...reading,
      set('id', 'category', 'dimension'),
      set('claim_text', 'text', 'note'),
      set('figure', 'number', 'note'),
      set('unit', 'category', 'note'),
      set('period', 'text', 'note'),
      set('how_to_verify', 'text', 'note'),
      set('finding', 'text', 'note'),
    ],
    columns: {
      id: { label: 'No.' },
      claim_text: { label: 'Claim' },
      figure: { label: 'Figure', format: { decimals: 3, thousands: true, signed: false } },
      unit: { label: 'Unit' },
      period: { label: 'Period' },
      how_to_verify: { label: 'How to verify' },
      finding: { label: 'Finding' },
    },
  },
];

export const sampleBuilt: readonly SampleBuilt[] = [
  {
    table: {
      id: 'monthly-series',
      title: 'Monthly series',
      kind: 'data',
      subtitle: 'Latest vintage of each month and item, US$ million, built from Monthly releases',
      sourceLine: `${ofRecord}, latest vintages`,
    },
    from: 'monthly-releases',
    recipe: [{ step: 'latestVintage' }],
  },
  {
    table: {
      id: 'exporter-types',
      title: 'Exporter types',
      kind: 'data',
      subtitle: 'Freelancers, and firms as the residual inside one definition, US$ million',
      sourceLine: 'Economic Survey, ministry and SBP; firms derived by subtraction',
    },
    from: 'freelance-releases',
    recipe: [
      { step: 'latestVintage' },
      { step: 'residual', column: 'exporter_type', total: 'all', part: 'freelancers', name: 'firms' },
    ],
  },
];
