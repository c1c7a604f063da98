import type { Check } from './check.ts';
import { derivedRows } from './derivedRows.ts';
import { exchangedLabels } from './exchangedLabels.ts';
import { missingPeriods } from './missingPeriods.ts';
import { partsAndTotals } from './partsAndTotals.ts';
import { releasePrecision } from './releasePrecision.ts';
import { repeatedKeys } from './repeatedKeys.ts';
import { unitSlips } from './unitSlips.ts';

/** In the order in which people should read them. */
export const checks: readonly Check[] = [
  partsAndTotals,
  repeatedKeys,
  unitSlips,
  exchangedLabels,
  releasePrecision,
  missingPeriods,
  derivedRows,
];
