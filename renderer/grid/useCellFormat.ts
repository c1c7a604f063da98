import { useMemo } from 'react';
import { useProject } from '../app/projectStore.ts';
import { useSettings } from '../app/useSettings.ts';
import type { CellFormat } from './cellText.ts';

/** How numbers and periods are printed for this user in this project. */
export function useCellFormat(): CellFormat {
  const numbers = useSettings((settings) => settings.numbers);
  const dates = useSettings((settings) => settings.dates);
  const fiscalYearStart = useProject(({ document }) => document?.fiscalYearStart ?? 7);
  return useMemo(() => ({ numbers, dates, fiscalYearStart }), [numbers, dates, fiscalYearStart]);
}
