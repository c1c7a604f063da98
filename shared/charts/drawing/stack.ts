import type { ChartData } from '../chart.ts';

/** Sums of each category over its known parts; null where every part is missing. */
export function totalsOf(data: ChartData): (number | null)[] {
  return data.categories.map((_, index) => {
    let total: number | null = null;
    for (const { points } of data.series) {
      const value = points[index]?.value ?? null;
      if (value !== null) total = (total ?? 0) + value;
    }
    return total;
  });
}

/** Parts in fractions of their category's total, for 100 % stacks: null where the total is not above zero. */
export function sharesOf(data: ChartData): ChartData {
  const totals = totalsOf(data);
  return {
    ...data,
    fraction: true,
    signed: false,
    decimals: 0,
    series: data.series.map((series) => ({
      ...series,
      points: series.points.map((point, index) => {
        const total = totals[index] ?? null;
        return {
          ...point,
          value: point.value === null || total === null || total <= 0 ? null : point.value / total,
        };
      }),
    })),
    format: (value, decimals = 0) => percentOf(data, value, decimals),
  };
}

/** A share in the user's digits: the format of the values themselves, times a hundred. */
export function percentOf(data: ChartData, share: number, decimals = 0): string {
  return data.fraction
    ? data.format(share, decimals)
    : `${data.format(share * 100, decimals).replace(/^\+/, '')}%`;
}

/** Highest and lowest ends of stacked marks, for the axis. */
export function stackEnds(data: ChartData): number[] {
  return data.categories.flatMap((_, index) => {
    let up = 0;
    let down = 0;
    for (const { points } of data.series) {
      const value = points[index]?.value ?? 0;
      if (value > 0) up += value;
      else down += value;
    }
    return [up, down];
  });
}
