import type { Dialect } from '../detection/dialect.ts';

/** One row as it stands: the line (or sheet row) it began on, counted from 1, and its cells as text. `null` is a cell that the row does not have. */
export interface RawRow {
  line: number;
  cells: (string | null)[];
}

/** What a reader found odd on its way, told to people and to the report. */
export interface ReaderNote {
  code: string;
  text: string;
  line?: number;
  /** Counted from 0, in sheets. */
  column?: number;
  /** Where what it is about ends. */
  toLine?: number;
  toColumn?: number;
  /** What it is about, as people read it in a list: "A3:A14". */
  shown?: string;
  /** The file of the archive that says it, where that is not the one that is read. */
  from?: string;
  /** Absent: it was dealt with. */
  weight?: 'decide';
}

export interface SheetInfo {
  name: string;
  hidden: boolean;
}

/** A file made readable. `rows` may be asked for again; each pass reads from the start. */
export interface OpenedFile {
  format: string;
  sheets: SheetInfo[];
  /** For text. */
  dialect?: Dialect;
  encoding?: string;
  /** Only ASCII was met where a large text was looked at: its encoding is that of most such texts, until all of it was read. */
  isPlain?: boolean;
  /** Where the text stands, when it was unpacked from an archive; else at the file's own path. */
  unpacked?: { path: string; bytes: number };
  /** What is to be said of the file as a whole. */
  notes?: readonly ReaderNote[];
  /** Whether the first row holds the names and all below is data: there is no table to be looked for. */
  isHeaded?(sheet: string | undefined): boolean;
  /** The first rows of what streams, read without the rest; `count` of all rows may be an estimate. */
  first?(signal: AbortSignal): { rows: AsyncIterable<RawRow[]>; count: number | Promise<number> };
  /** The currency, or %, that the number formats of a column show, by column; known once its rows were read. */
  columnUnits?(sheet: string | undefined): ReadonlyMap<number, string>;
  /** Batches in file order; blank lines come as rows with no filled cell. */
  rows(
    sheet: string | undefined,
    note: (note: ReaderNote) => void,
    signal: AbortSignal,
  ): AsyncIterable<RawRow[]>;
}

/** What is known of a file before a reader takes it. */
export interface Look {
  path: string;
  head: Uint8Array;
  bytes: number;
  /** The name's end in lower case, with its dot; '' where there is none. */
  extension: string;
  /** The names inside a zip archive, which many formats are. */
  parts: readonly string[];
}

export interface Surroundings {
  /** The only place where a reader may write. */
  folder: string;
  /** Opens what was unpacked to `path`; problems name it `name`. Archives inside archives are refused. */
  openInside(path: string, name: string): Promise<OpenedFile>;
}

export interface Reader {
  format: string;
  /** The usual ends of names. Another end is told, not refused. */
  extensions: readonly string[];
  /** By what the file holds; by its name only where the content leaves it open. */
  accepts(look: Look): boolean;
  open(path: string, head: Uint8Array, bytes: number, around: Surroundings): Promise<OpenedFile>;
}
