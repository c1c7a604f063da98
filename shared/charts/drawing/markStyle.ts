import { FLAG } from '../../views/query.ts';
import type { ChartTheme, Point } from '../chart.ts';
import { tint } from './tint.ts';

/** How much of a series' colour its less certain marks keep: as much as `mark-provisional-fill` has of `mark`. */
const TINT = 0.24;

/** How a filled mark looks by what is known about it. */
export interface MarkStyle {
  readonly fill: string;
  readonly outline?: string;
  readonly dashed?: boolean;
}

/**
 * Outside the selection grey; derived, provisional and incomplete light with an outline (lighter is less certain, and prints in one colour);
 * forecasts amber and dashed, a different claim; targets an empty dashed box, as a wish has no solid ink.
 * `colour` is what a plain mark of the series has.
 */
export function markStyle({ flags, inside }: Point, colour: string, theme: ChartTheme): MarkStyle {
  if (flags & FLAG.target)
    return { fill: theme.token('paper'), outline: theme.token('mark-target'), dashed: true };
  if (flags & FLAG.forecast)
    return { fill: theme.token('mark-forecast-fill'), outline: theme.token('mark-forecast'), dashed: true };
  const light = (flags & (FLAG.derived | FLAG.provisional | FLAG.incomplete)) !== 0;
  if (!inside)
    return light
      ? { fill: theme.token('paper'), outline: theme.token('mark-muted-line') }
      : { fill: theme.token('mark-muted') };
  if (!light) return { fill: colour };
  return colour === theme.token('mark')
    ? { fill: theme.token('mark-provisional-fill'), outline: colour }
    : { fill: tint(colour, theme.token('paper'), TINT), outline: colour };
}

export function itemStyle({ fill, outline, dashed }: MarkStyle): Record<string, unknown> {
  return {
    color: fill,
    ...(outline && { borderColor: outline, borderWidth: 1, borderType: dashed ? 'dashed' : 'solid' }),
  };
}
