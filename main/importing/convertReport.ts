import type { ImportNote } from '../../shared/contract/importing.ts';

/** A line of the file that went into no table, or not with all its cells. */
export interface ListedLine {
  line: number;
  text: string;
  /** Of a workbook or an archive with several. */
  sheet?: string;
}

export interface SkippedLine extends ListedLine {
  why: 'outside the tables' | 'units' | 'header again' | 'remark' | 'between header and data';
}

/** What `convert` reports of one table. */
export interface TableReport {
  file: string;
  sheet?: string;
  /** What stands above it. */
  title?: string[];
  headerLines: number[];
  /** The first and the last line of its data; absent where it has none. */
  dataLines?: [number, number];
  /** Its columns in the sheet, where others stand beside it. */
  sheetColumns?: [number, number];
  units?: string[];
  /** Data lines taken, and rows written: the same in stage cells. */
  linesTaken: number;
  rows: number;
  columns: number;
  /** 0 to 1, with the reasons for what is missing to 1. */
  confidence: number;
  because: string[];
  notes: ImportNote[];
}

/** Every line that was read is one of these: rowsRead = header + taken + skipped + blank. */
export interface LineTotals {
  rowsRead: number;
  header: number;
  taken: number;
  skipped: number;
  blank: number;
}

/** What `convert` reports of one file. Lines are rows where the file is a workbook; a cell with line ends makes one row of several lines. */
export interface ConvertResult {
  format: string;
  encoding?: string;
  delimiter?: string;
  quote?: string;
  escape?: string;
  /** The least sure of its tables. */
  confidence: number;
  because: string[];
  tables: TableReport[];
  totals: LineTotals;
  /** Lines that belong to no table, with their text. */
  skipped: SkippedLine[];
  skippedCount: number;
  /** Blank lines: "3", "7-9". */
  blank: { sheet?: string; lines: string[] }[];
  /** Lines with cells missing at their end. */
  padded: ListedLine[];
  paddedCount: number;
  /** What stood beyond the last column, left out. */
  overflow: ListedLine[];
  overflowCount: number;
}

/** Where the lines of what was read went: each is header, data, skipped with its text, or blank. */
export interface LineAccount {
  totals: LineTotals;
  /** Data lines of each table. */
  taken: number[];
  skipped: SkippedLine[];
  blank: string[];
  padded: ListedLine[];
  paddedCount: number;
  overflow: ListedLine[];
  overflowCount: number;
}
