import type { ChartTheme } from '../../../shared/charts/chart.ts';
import type { TargetAnswer } from '../../../shared/contract/views.ts';

/** What both charts of a target draw from. */
export interface TargetChart {
  readonly answer: TargetAnswer;
  readonly withOutcome: boolean;
  readonly theme: ChartTheme;
  /** Names of the months of the period: Jul, Aug ... */
  readonly months: readonly string[];
  readonly words: {
    readonly average: string;
    readonly needed: string;
    readonly publishedTo: string;
    readonly achieved: string;
    readonly target: string;
    readonly outcome: string;
    readonly outcomeGap: string;
    readonly lastYear: string;
  };
  format(value: number, decimals?: number): string;
}

/** Axes as in every chart of the program: months below, hairlines across. */
export function targetAxes(
  { theme, months, format }: TargetChart,
  { max, interval }: { max: number; interval: number },
  boundaryGap: boolean,
) {
  const label = { fontSize: theme.fontSize, fontFamily: theme.fontSans, color: theme.token('chart-axis') };
  return {
    xAxis: {
      type: 'category' as const,
      data: [...months],
      boundaryGap,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.token('chart-zero') } },
      axisLabel: { ...label, interval: 0, margin: 7, hideOverlap: true },
    },
    yAxis: {
      type: 'value' as const,
      min: 0,
      max,
      interval,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...label, formatter: (value: number) => format(value, 0) },
      splitLine: { lineStyle: { color: theme.token('chart-grid'), width: 1 } },
    },
  };
}

export interface TextStyle {
  readonly align?: 'left' | 'right' | 'center';
  readonly weight?: 400 | 600;
  readonly middle?: boolean;
}

/** A text drawn by the charts' own layer; always plain text. */
export function chartText(
  theme: ChartTheme,
  text: string,
  x: number,
  y: number,
  fill: string,
  { align = 'left', weight = 400, middle = false }: TextStyle = {},
) {
  return {
    type: 'text' as const,
    style: {
      text,
      x,
      y,
      fill,
      align,
      verticalAlign: middle ? ('middle' as const) : ('top' as const),
      font: `${weight} ${theme.fontSize}px ${theme.fontSans}`,
    },
  };
}
