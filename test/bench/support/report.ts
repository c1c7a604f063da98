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
  peakMegabytes?: number;
}

export function lineOf({ name }: Bench, { times, compared, peakMegabytes }: Measured): Line {
  const middle = median(times);
  return {
    name,
    unit: 'ms',
    median: rounded(middle),
    p95: rounded(percentile(times, 0.95)),
    runs: times.length,
    ...(compared && { ratio: rounded(middle / median(compared.times)), to: compared.to }),
    ...(peakMegabytes !== undefined && { peakMegabytes }),
  };
}

/** Columns of a table for people, as wide as the longest name needs. */
export function tableRow(cells: readonly string[]): string {
  const [name = '', middle = '', p95 = '', runs = '', ...rest] = cells;
  return `${name.padEnd(18)}${middle.padStart(10)}${p95.padStart(10)}${runs.padStart(6)}  ${rest.join('  ')}`.trimEnd();
}

export function tableLine(line: Line, what: string): string {
  const { name, median: middle, p95, runs, ratio, to, peakMegabytes } = line;
  const against = ratio === undefined ? '' : `; ${ratio} x ${to}`;
  const memory = peakMegabytes === undefined ? '' : `; at most ${peakMegabytes} MB`;
  return tableRow([name, String(middle), String(p95), String(runs), `${what}${against}${memory}`]);
}

/** Three significant digits: times on a shared machine know no more. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
