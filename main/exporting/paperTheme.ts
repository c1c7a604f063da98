import type { ChartTheme } from '../../shared/charts/chart.ts';
import { chartTokens } from '../../shared/charts/tokens.ts';

/** The light theme for drawings on paper and slides; sizes in px of the drawing. A token that charts do not have is ink. */
export function paperTheme(size: { width: number; height: number; fontSize: number }): ChartTheme {
  const tokens: Readonly<Record<string, string>> = chartTokens.light;
  return {
    token: (name) => tokens[name] ?? chartTokens.light.ink,
    fontSans: 'IBM Plex Sans',
    fontSerif: 'Source Serif 4',
    ...size,
  };
}
