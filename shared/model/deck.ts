import { z } from 'zod';
import { FigureSpec } from '../figures/figure.ts';
import { Id } from './ids.ts';

/**
 * A slide. Texts may hold live figures as `{{id}}` or `{{id|format}}`: each id is one of `figures`, worked out from the
 * project when the slide is shown or exported.
 */
export const Slide = z.strictObject({
  id: Id,
  layout: z.enum(['cover', 'chart', 'chartAndFigures', 'table']),
  title: z.string(),
  subtitle: z.string().optional(),
  view: Id.optional(),
  /** Figures printed beside the chart, each with its words. */
  aside: z.array(z.strictObject({ figure: z.string(), words: z.string() })).default([]),
  /** Rows of a table slide: texts with live figures; the first row is the header. */
  rows: z.array(z.array(z.string())).default([]),
  source: z.string().optional(),
  notes: z.string().optional(),
  figures: z.record(Id, FigureSpec).default({}),
});
export type Slide = z.infer<typeof Slide>;

export const Deck = z.strictObject({
  id: Id,
  title: z.string(),
  slides: z.array(Slide),
});
export type Deck = z.infer<typeof Deck>;
