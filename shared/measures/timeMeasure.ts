import type { PeriodCode } from '../periods/period.ts';

/** One series, as a time calculation sees it: all that is on file, before the time filter. */
export interface SeriesContext {
  /** The aggregate over these periods together; null where one of them is missing. */
  over(periods: readonly PeriodCode[]): number | null;
  /** The periods of the mark that are kept, in order; never empty. */
  readonly periods: readonly PeriodCode[];
  readonly fiscalYearStart: number;
}

/** A time calculation: what one mark says, from its own series. */
export interface TimeMeasure {
  /** As in "year on year", for axes and notes. */
  readonly label: string;
  /** Whether the answer is a fraction, shown as a percentage. */
  readonly fraction: boolean;
  /** Whether it adds values over time, which a cumulative figure, a rate or a stock does not allow. */
  readonly adds: boolean;
  compute(series: SeriesContext): number | null;
}
