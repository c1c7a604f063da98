import type { ChartTheme } from '../../shared/charts/chart.ts';
import { chartTokens } from '../../shared/charts/tokens.ts';
import { windowTheme } from '../charts/themeTokens.ts';

/** Slides are paper: always light, with larger figures, whatever the window looks like. */
export function slideTheme(width: number, height: number): ChartTheme {
  const light: Readonly<Record<string, string>> = chartTokens.light;
  const { fontSans, fontSerif } = windowTheme(width, height);
  return {
    token: (name) => light[name] ?? light.ink ?? '',
    fontSans,
    fontSerif,
    fontSize: 18,
    width,
    height,
  };
}
