/** A value axis for the strip of dots, in fractions of its width; the outermost values keep a tenth of air. */
export function stripScale(values: readonly number[]): (value: number) => number {
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (!(most > least)) return () => 0.5;
  return (value) => 0.1 + (0.8 * (value - least)) / (most - least);
}
