import { htmlTags } from './htmlTags.ts';
import { htmlText } from './htmlText.ts';

/** Cells of one table as shown; a cell that spans several stands in the first of them. Rows count from 0. */
export interface HtmlTable {
  caption: string;
  rows: (string | null)[][];
  /** Cells that span others: where they stand. */
  merged: { row: number; column: number; rows: number; columns: number }[];
  /** Rows that the page does not show. */
  hidden: number[];
  /** The page ends inside of it. */
  brokenOff?: boolean;
}

/** Cells of all tables, those that others reach into among them; beyond this a page is no table that a person reads. */
const MOST_CELLS = 5_000_000;
const MOST_COLUMNS = 16_384;
const COLSPAN = /(?:^|\s)colspan\s*=\s*["']?\s*(\d{1,5})/i;
const ROWSPAN = /(?:^|\s)rowspan\s*=\s*["']?\s*(\d{1,5})/i;
/** Tags that part words. */
const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li']);

/**
 * The tables of a page, in the order in which they end, a table inside a cell as one of its own. Tags are looked at, never carried out: scripts, styles and
 * comments are passed over, the rest is text. End tags may be missing, as HTML allows. Null where there are more cells than can be read.
 */
export function htmlTables(page: string): HtmlTable[] | null {
  const done: HtmlTable[] = [];
  const open: Builder[] = [];
  const tables = { cells: 0 };
  for (const { text, name, closes, attributes } of htmlTags(page)) {
    const builder = open.at(-1);
    builder?.text(text);
    if (name === 'table' && !closes) open.push(new Builder(tables));
    else if (name === 'table' && builder) {
      open.pop();
      done.push(builder.table());
    } else builder?.tag(name, closes, attributes);
    if (name !== '' && tables.cells > MOST_CELLS) return null;
    if ((builder?.width ?? 0) > MOST_COLUMNS) return null;
  }
  // A page that breaks off still holds what it told so far.
  for (const builder of open.reverse()) done.push({ ...builder.table(), brokenOff: true });
  return done.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')));
}

/** One table on its way. */
class Builder {
  readonly #rows: (string | null)[][] = [];
  readonly #merged: HtmlTable['merged'] = [];
  readonly #hidden: number[] = [];
  /** Rows still to come that a cell above reaches into, by column. */
  readonly #reach = new Map<number, number>();
  #row: (string | null)[] | undefined;
  #cell: { column: number; text: string } | undefined;
  #caption: string | undefined;
  #inCaption = false;
  /** Of all tables of the page: its cells, and the work that they make. */
  readonly #all: { cells: number };

  constructor(all: { cells: number }) {
    this.#all = all;
  }

  get width(): number {
    return this.#row?.length ?? 0;
  }

  text(part: string): void {
    if (this.#cell) this.#cell.text += part;
    else if (this.#inCaption) this.#caption = (this.#caption ?? '') + part;
  }

  tag(tag: string, closes: boolean, attributes: string): void {
    if (tag === 'caption') this.#inCaption = !closes;
    else if (tag === 'tr') {
      this.#endRow();
      if (!closes) this.#startRow(attributes);
    } else if (tag === 'td' || tag === 'th') {
      this.#endCell();
      if (!closes) this.#startCell(attributes);
    } else if (BREAKS.has(tag)) this.text(' ');
  }

  table(): HtmlTable {
    this.#endRow();
    return {
      caption: htmlText(this.#caption ?? ''),
      rows: this.#rows,
      merged: this.#merged,
      hidden: this.#hidden,
    };
  }

  #startRow(attributes: string): void {
    this.#row = [];
    if (/\bhidden\b|display\s*:\s*none/i.test(attributes)) this.#hidden.push(this.#rows.length);
  }

  #endRow(): void {
    this.#endCell();
    if (!this.#row) return;
    this.#rows.push(this.#row);
    this.#row = undefined;
    this.#all.cells += this.#reach.size;
    for (const [column, rows] of this.#reach) {
      if (rows > 1) this.#reach.set(column, rows - 1);
      else this.#reach.delete(column);
    }
  }

  #startCell(attributes: string): void {
    if (!this.#row) this.#startRow('');
    const row = this.#row ?? [];
    const from = row.length;
    // A place that a cell above reaches into is taken.
    while (this.#reach.has(row.length)) row.push(null);
    const column = row.length;
    const columns = spanIn(attributes, COLSPAN, 1000);
    const rows = spanIn(attributes, ROWSPAN, 65_534);
    row.push(...Array.from({ length: columns }, () => null));
    this.#all.cells += row.length - from;
    if (columns > 1 || rows > 1) this.#merged.push({ row: this.#rows.length, column, rows, columns });
    // The row that is being read counts as well: it is taken off when it ends.
    if (rows > 1) for (let i = 0; i < columns; i++) this.#reach.set(column + i, rows);
    this.#cell = { column, text: '' };
  }

  #endCell(): void {
    if (this.#cell && this.#row) this.#row[this.#cell.column] = htmlText(this.#cell.text);
    this.#cell = undefined;
  }
}

function spanIn(attributes: string, pattern: RegExp, most: number): number {
  return Math.min(most, Math.max(1, Number(pattern.exec(attributes)?.[1] ?? 1)));
}
