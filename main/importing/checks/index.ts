import type { Check } from './check.ts';
import { derivedRows } from './derivedRows.ts';
import { missingPeriods } from './missingPeriods.ts';
import { partsAndTotals } from './partsAndTotals.ts';
import { releasePrecision } from './releasePrecision.ts';
import { repeatedVintages } from './repeatedVintages.ts';

/** In the order in which people should read them. */
export const checks: readonly Check[] = [
  partsAndTotals,
  repeatedVintages,
  releasePrecision,
  missingPeriods,
  derivedRows,
];
