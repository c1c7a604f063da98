import { z } from 'zod';
import { QuerySpec, Selection } from '../views/query.ts';
import { Id } from './ids.ts';

export const ChartKind = z.enum(['line', 'column', 'bar', 'area', 'tile']);
export type ChartKind = z.infer<typeof ChartKind>;

/** How marks look; which of these a kind reads is said in its file in shared/charts. */
export const ChartOptions = z.strictObject({
  stacking: z.enum(['none', 'stacked', 'hundred']).default('none'),
  labels: z.enum(['auto', 'all', 'none']).default('auto'),
  /** A code of the first key (bars, columns) or of the series (lines) that stands out; the others turn grey. */
  highlight: z.string().optional(),
  /** Fixed ends of the value axis. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Tile: what stands under the figure. */
  compare: z.enum(['none', 'yearOnYear', 'yearAndMonth', 'highest']).default('yearOnYear'),
  /** Tile: what a target still needs a month, in place of the query's figure. */
  target: Id.optional(),
  /** Tables of kind "events" whose entries are drawn on the time axis, by category. */
  events: z.strictObject({ table: Id, categories: z.array(z.string()) }).optional(),
});
export type ChartOptions = z.infer<typeof ChartOptions>;

export const View = z.strictObject({
  id: Id,
  title: z.string(),
  /** Beside the title: "US$ million a month". Made from the measure where absent. */
  unitLine: z.string().optional(),
  kind: ChartKind,
  options: ChartOptions,
  query: QuerySpec,
  /** The source line; the table's where absent. */
  source: z.string().optional(),
  note: z.string().optional(),
  /** Whether selections in other views filter this one. */
  follows: z.boolean().default(true),
});
export type View = z.infer<typeof View>;

export const Page = z.strictObject({
  id: Id,
  title: z.string(),
  subtitle: z.string().optional(),
  /** Single figures in a row at the top. */
  tiles: z.array(Id).default([]),
  /** 12 columns; y and h in rows of 4 px x 10 = 40 px. */
  layout: z
    .array(
      z.strictObject({
        view: Id,
        x: z.number().int().min(0).max(11),
        y: z.number().int().min(0),
        w: z.number().int().min(1).max(12),
        h: z.number().int().min(2),
      }),
    )
    .default([]),
  /** Words that the page's author wrote under the title. */
  text: z.string().optional(),
  selection: Selection.default([]),
});
export type Page = z.infer<typeof Page>;
