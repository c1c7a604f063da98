import type { EChartsOption } from 'echarts';
import type { ChartKind, ChartOptions } from '../model/view.ts';
import type { Plot } from './drawing/plot.ts';

/** One mark in the hands of a chart. `value` null is missing; `flags` are FLAG bits (shared/views/query.ts). */
export interface Point {
  readonly value: number | null;
  readonly flags: number;
  /** Inside the page's selection; marks outside are grey. */
  readonly inside: boolean;
}

export interface Series {
  /** Category code or canonical period text; '' where there is one series only. */
  readonly key: string;
  readonly name: string;
  readonly points: readonly Point[];
  /** Position in the palette, 1 to 8. */
  readonly colour: number;
  /** Fiscal years against each other: the newest, the one before it, and the others as grey context. */
  readonly tone?: 'current' | 'last' | 'context';
}

export interface Category {
  /** Category code or canonical period text: what a click selects. */
  readonly key: string;
  readonly name: string;
  /** For a tight axis. */
  readonly short: string;
  /** The fiscal year that begins with this category, for the scale under months: "FY2025". */
  readonly opens?: string;
  /** Position by size, from 1, where the categories are all there are, largest first. */
  readonly rank?: number;
}

/** A view's data in the shape that every chart draws, on screen, in files and in PowerPoint. */
export interface ChartData {
  readonly title: string;
  readonly categories: readonly Category[];
  /** True where the categories are periods in order of time. */
  readonly time: boolean;
  readonly series: readonly Series[];
  /** A line over the same categories, such as the 12-month average. */
  readonly overlay?: { readonly name: string; readonly values: readonly (number | null)[] };
  /** "US$ million" */
  readonly unit: string;
  /** Values are fractions, shown as percentages. */
  readonly fraction: boolean;
  /** Changes carry their sign. */
  readonly signed: boolean;
  readonly decimals: number;
  /** Dated notes for the time axis: index of the category, date and text. */
  readonly events: readonly { readonly at: number; readonly date: string; readonly text: string }[];
  /** First and last index of the brush; absent: none. */
  readonly brush?: { readonly from: number; readonly to: number };
  /** Prints a value of this chart in the user's number format. */
  format(value: number, decimals?: number): string;
}

/** Colours and faces of the theme, by token name without dashes: token('cat-1'), token('chart-grid'). */
export interface ChartTheme {
  token(name: string): string;
  readonly fontSans: string;
  readonly fontSerif: string;
  /** 11 on screen, larger on slides. */
  readonly fontSize: number;
  /** Width and height of the drawing in px: charts leave out labels that would not fit. */
  readonly width: number;
  readonly height: number;
  /** Room in px kept free under the category axis for what lies over the drawing, such as the brush rail. */
  readonly below?: number;
}

/** A native PowerPoint chart as plain data; main/exporting/pptx writes the DrawingML. Colours are theme slots or 6 hex digits. */
export interface NativeChart {
  readonly type: 'line' | 'bar' | 'area';
  /** bar: columns (col) or bars (bar) */
  readonly direction: 'col' | 'bar';
  readonly grouping: 'standard' | 'clustered' | 'stacked' | 'percentStacked';
  readonly categories: { readonly kind: 'text' | 'date'; readonly values: readonly string[] };
  readonly series: readonly NativeSeries[];
  /** A line over the columns on the same axis. */
  readonly overlay?: {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly colour: string;
  };
  /** Excel number format of values: '#,##0', '0.0%'. */
  readonly format: string;
  readonly min?: number;
  readonly max?: number;
  /** Totals above stacked columns, written as a hidden line. */
  readonly totals: boolean;
  readonly legend: boolean;
}

export interface NativeSeries {
  readonly key: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly colour: string;
  /** Indexes drawn in another colour or outline: highlights, derived and forecast marks, marks outside the brush. */
  readonly points: readonly {
    readonly index: number;
    readonly fill: string;
    readonly outline?: string;
    readonly dashed?: boolean;
  }[];
  readonly labels: 'none' | 'all' | readonly number[];
  readonly width?: number;
}

/** One chart kind: what it draws on the screen, and natively in PowerPoint. Pure: same data, same drawing. */
export interface ChartDefinition {
  readonly kind: ChartKind;
  /** An ECharts option. Text from data is never HTML: tooltips are ours, formatters return plain text. */
  toECharts(options: ChartOptions, data: ChartData, theme: ChartTheme): EChartsOption;
  /** Where the marks of that drawing stand, for pointers, keys and what lies over it. */
  plot(options: ChartOptions, data: ChartData, theme: ChartTheme): Plot;
  /** A sentence for those who do not see the chart. */
  describe(options: ChartOptions, data: ChartData): string;
  toPptx(options: ChartOptions, data: ChartData, theme: ChartTheme): NativeChart;
}

export function defineChart(definition: ChartDefinition): ChartDefinition {
  return definition;
}
