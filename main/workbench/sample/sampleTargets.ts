import type { Target } from '../../../shared/model/target.ts';

const monthlyTotal = {
  table: 'monthly-series',
  measure: 'value_usd_mn',
  where: [{ column: 'item', oneOf: ['ict_total'] }],
  unit: 'US$ million',
  printed: {
    table: 'cumulative-releases',
    measure: 'value_usd_mn',
    where: [{ column: 'item', oneOf: ['ict_total'] }],
  },
  outcome: {
    table: 'annual-figures',
    measure: 'value',
    where: [{ column: 'item', oneOf: ['ict_total'] }],
  },
};

export const sampleTargets: Target[] = [
  {
    ...monthlyTotal,
    id: 'target-fy2025',
    title: 'FY2025',
    question: 'Can FY2025 reach US$4 bn?',
    period: '2024-07/P12M',
    goal: 4000,
    knownTo: '2025-03',
    asOf: '2025-06-10',
    statedBy: 'A press article of 2025: “a full-year figure that could reach $4 billion”',
    note: 'Release days of some months are known only as a month; the file saw them later than they were printed.',
  },
  {
    ...monthlyTotal,
    id: 'target-fy2026',
    title: 'FY2026',
    question: 'Can FY2026 reach US$5 bn?',
    period: '2025-07/P12M',
    goal: 5000,
    statedOn: '2025-08-20',
    statedBy: 'Business Recorder 2025-08-20',
  },
  {
    ...monthlyTotal,
    id: 'target-fy2029',
    title: 'FY2029',
    question: 'Can FY2029 reach US$10 bn?',
    period: '2028-07/P12M',
    goal: 10000,
    statedOn: '2024-12-31',
    statedBy: 'Uraan Pakistan, as reported by PPI 2026-02-18',
  },
];
