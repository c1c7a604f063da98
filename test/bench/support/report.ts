import type { Bench, Measured } from './bench.ts';
import { median, percentile } from './statistics.ts';

/** A line of the report. `ratio` is the median over the median of what it is compared `to`. */
export interface Line {
  name: string;
  unit: 'ms';
  median: number;
  p95: number;
  runs: number;
  ratio?: number;
  to?: string;
}

export function lineOf({ name }: Bench, { times, compared }: Measured): Line {
  const middle = median(times);
  return {
    name,
    unit: 'ms',
    median: rounded(middle),
    p95: rounded(percentile(times, 0.95)),
    runs: times.length,
    ...(compared && { ratio: rounded(middle / median(compared.times)), to: compared.to }),
  };
}

/** Columns of a table for people, as wide as the longest name needs. */
export function tableRow(cells: readonly string[]): string {
  const [name = '', middle = '', p95 = '', runs = '', ...rest] = cells;
  return `${name.padEnd(18)}${middle.padStart(10)}${p95.padStart(10)}${runs.padStart(6)}  ${rest.join('  ')}`.trimEnd();
}

export function tableLine({ name, median: middle, p95, runs, ratio, to }: Line, what: string): string {
  const against = ratio === undefined ? '' : `; ${ratio} x ${to}`;
  return tableRow([name, String(middle), String(p95), String(runs), `${what}${against}`]);
}

/** Three significant digits: times on a shared machine know no more. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
