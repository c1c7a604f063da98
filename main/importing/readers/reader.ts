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
  /** Batches in file order; blank lines come as rows with no filled cell. */
  rows(
    sheet: string | undefined,
    note: (note: ReaderNote) => void,
    signal: AbortSignal,
  ): AsyncIterable<RawRow[]>;
}

export interface Reader {
  format: string;
  /** From the first bytes and the name's end. */
  accepts(head: Uint8Array, extension: string): boolean;
  open(path: string, head: Uint8Array, bytes: number): Promise<OpenedFile>;
}
