/** One figure that `npm run bench` prints. */
export interface Bench {
  /** "brush-data-1m" */
  readonly name: string;
  /** What one run is, in a few words, for the table. */
  readonly what: string;
  /** Takes the times; leaves no file and no process behind. */
  measure(): Promise<Measured>;
}

export interface Measured {
  /** Milliseconds of each run. */
  readonly times: readonly number[];
  /** The same work done the plain way, measured in the same minutes. */
  readonly compared?: { readonly to: string; readonly times: readonly number[] };
  /** The most memory that the process which did it held, in megabytes. */
  readonly peakMegabytes?: number;
}

/** How many rows a bench of that name has. */
export const SIZES = { '1m': 1_000_000, '10m': 10_000_000 } as const;
export type Size = keyof typeof SIZES;
