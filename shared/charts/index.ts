import type { ChartKind } from '../model/view.ts';
import { area } from './area.ts';
import { bar } from './bar.ts';
import type { ChartDefinition } from './chart.ts';
import { column } from './column.ts';
import { line } from './line.ts';
import { tile } from './tile.ts';

const charts: Readonly<Record<ChartKind, ChartDefinition>> = { line, column, bar, area, tile };

/** What draws a kind of chart. */
export function chartOf(kind: ChartKind): ChartDefinition {
  return charts[kind];
}
