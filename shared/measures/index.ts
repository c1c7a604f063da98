import { type PeriodCode, shiftPeriod } from '../periods/period.ts';
import type { Calculation } from '../views/query.ts';
import { monthsToDate } from './fiscalYearToDate.ts';
import type { SeriesContext, TimeMeasure } from './timeMeasure.ts';
import { trailingMonths } from './trailing12.ts';
import { yearOnYear } from './yearOnYear.ts';

/** The time calculations by name. `none` and `shareOfTotal` look at one mark, or one total, and need no history. */
export const timeMeasures: Readonly<Record<Exclude<Calculation, 'none' | 'shareOfTotal'>, TimeMeasure>> = {
  /** What the mark covers against the same periods a year before: FY2026 with eight months against the same eight of FY2025. */
  yearOnYear: {
    label: 'year on year',
    fraction: true,
    adds: false,
    compute: ({ over, periods }) =>
      yearOnYear(over(periods), over(periods.map((period) => shiftPeriod(period, -12)))),
  },
  /** From the start of the fiscal year to the newest month of the mark. */
  fiscalYearToDate: {
    label: 'fiscal year to date',
    fraction: false,
    adds: true,
    compute: (series) => overAll(series, monthsToDate(newest(series), series.fiscalYearStart)),
  },
  /** The twelve months to the newest one of the mark. */
  trailing12Sum: {
    label: '12-month sum',
    fraction: false,
    adds: true,
    compute: (series) => overAll(series, trailingMonths(newest(series))),
  },
  /** Their average a month. */
  trailing12Average: {
    label: '12-month average',
    fraction: false,
    adds: false,
    compute(series) {
      const values = trailingMonths(newest(series))?.map((month) => series.over([month]));
      if (!values?.every((value) => value !== null)) return null;
      return values.reduce((sum, value) => sum + value, 0) / 12;
    },
  },
};

function newest({ periods }: SeriesContext): PeriodCode {
  return periods.at(-1) ?? -1;
}

function overAll(series: SeriesContext, months: readonly PeriodCode[] | null): number | null {
  return months && series.over(months);
}
