/** The value axis: round ends, and a step that divides them. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

const STEPS = [1, 1.5, 2, 2.5, 5];

/**
 * The axis with 3 to 5 round ticks that wastes the least room. `min` and `max` are ends that somebody fixed.
 * `zero` keeps zero on the axis, as columns and areas must. No values: 0 to 1.
 */
export function niceScale(
  values: Iterable<number | null>,
  { zero, min, max }: { zero: boolean; min?: number | undefined; max?: number | undefined },
): Scale {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least > most) [least, most] = [0, 1];
  if (zero) [least, most] = [Math.min(least, 0), Math.max(most, 0)];
  least = min ?? least;
  most = max ?? most;
  if (most <= least) most = least + (least === 0 ? 1 : Math.abs(least));

  const size = 10 ** Math.floor(Math.log10(most - least));
  let best: (Scale & { waste: number }) | undefined;
  for (const interval of [size / 10, size].flatMap((unit) => STEPS.map((step) => round(unit * step)))) {
    const from = min ?? round(Math.floor(least / interval + 1e-9) * interval);
    const to = max ?? round(Math.ceil(most / interval - 1e-9) * interval);
    const ticks = Math.floor((to - from) / interval + 1e-9) + 1;
    if (ticks < 3 || ticks > 5) continue;
    const waste = to - from - (most - least);
    if (
      !best ||
      waste < best.waste - 1e-12 ||
      (waste <= best.waste + 1e-12 && ticks > 3 && interval < best.interval)
    )
      best = { min: from, max: to, interval, waste };
  }
  return best
    ? { min: best.min, max: best.max, interval: best.interval }
    : { min: least, max: most, interval: (most - least) / 4 };
}

/** Binary fractions such as 0.30000000000000004 are not labels. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** The labelled values of an axis, least first. */
export function ticksOf({ min, max, interval }: Scale): number[] {
  const first = Math.ceil(min / interval - 1e-9) * interval;
  const ticks: number[] = [];
  for (let at = 0; first + at * interval <= max + interval * 1e-9; at++)
    ticks.push(round(first + at * interval));
  return ticks;
}
