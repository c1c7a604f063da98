import type { Check } from './check.ts';
import { cumulativeSpans } from './cumulativeSpans.ts';
import { debitSigns } from './debitSigns.ts';
import { derivedRows } from './derivedRows.ts';
import { exchangedLabels } from './exchangedLabels.ts';
import { fiscalYears } from './fiscalYears.ts';
import { missingPeriods } from './missingPeriods.ts';
import { partsAndTotals } from './partsAndTotals.ts';
import { releasePrecision } from './releasePrecision.ts';
import { repeatedKeys } from './repeatedKeys.ts';
import { swappedDates } from './swappedDates.ts';
import { tooManyToCompare } from './tooManyToCompare.ts';
import { unitSlips } from './unitSlips.ts';

/** In the order in which people should read them. */
export const checks: readonly Check[] = [
  partsAndTotals,
  repeatedKeys,
  unitSlips,
  exchangedLabels,
  tooManyToCompare,
  fiscalYears,
  swappedDates,
  cumulativeSpans,
  debitSigns,
  releasePrecision,
  missingPeriods,
  derivedRows,
];
