import { z } from 'zod';
import { Deck } from './deck.ts';
import type { Id } from './ids.ts';
import { Source } from './source.ts';
import { Table } from './table.ts';
import { Target } from './target.ts';
import { Page, View } from './view.ts';

/** The version of document.json and of the container. A change that older programs cannot read raises it and adds a migration (./migrations). */
export const FORMAT_VERSION = 2;
/** The oldest format whose programs can read what this one writes, if only to show it: they leave out fields, but know no new kinds of steps. */
export const OLDEST_READER = 2;

/** The project: everything but the rows. Changed only by commands. Lists keep the order that the navigator shows. */
export const Document = z.strictObject({
  title: z.string(),
  /** The month that opens a fiscal year: 7 = July. */
  fiscalYearStart: z.number().int().min(1).max(12),
  tables: z.array(Table),
  sources: z.array(Source),
  views: z.array(View),
  pages: z.array(Page),
  targets: z.array(Target),
  decks: z.array(Deck),
  /** Category -> position in the palette (1 to 8), by concept or column: a segment keeps its colour everywhere. */
  colours: z.record(z.string(), z.record(z.string(), z.number().int().min(1).max(8))).default({}),
});
export type Document = z.infer<typeof Document>;

export function emptyDocument(title: string, fiscalYearStart = 7): Document {
  return {
    title,
    fiscalYearStart,
    tables: [],
    sources: [],
    views: [],
    pages: [],
    targets: [],
    decks: [],
    colours: {},
  };
}

export function findById<T extends { id: Id }>(list: readonly T[], id: Id): T | undefined {
  return list.find((item) => item.id === id);
}
