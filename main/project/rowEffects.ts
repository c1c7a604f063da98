import type { Id } from '../../shared/model/ids.ts';
import type { ColumnType } from '../../shared/model/table.ts';

/** A cell as the engine holds it: periods are codes. */
export type CellValue = string | number | boolean | null;

export interface Row {
  id: number;
  /** The line in the source file, null where the row was typed. */
  line: number | null;
  cells: Record<Id, CellValue>;
}

/** As much of a column as its rows need. */
export interface StoredColumn {
  id: Id;
  type: ColumnType;
}

/** A Parquet file in the work folder's `blobs`, named after its SHA-256. Rows that are many travel this way, never through JavaScript. */
export interface Blob {
  sha256: string;
}

/** A change of rows as it stands in the journal: what is to be there afterwards, so that applying it needs nothing else. */
export type RowEffect =
  | { kind: 'setCells'; table: Id; cells: { row: number; column: StoredColumn; value: CellValue }[] }
  | { kind: 'putRows'; table: Id; columns: StoredColumn[]; rows: Row[] }
  | { kind: 'putBlob'; table: Id; columns: StoredColumn[]; blob: Blob }
  | { kind: 'removeRows'; table: Id; rows: number[] }
  | { kind: 'createTable'; table: Id; columns: StoredColumn[]; blob: Blob }
  | { kind: 'dropTable'; table: Id }
  /** A column at the end, every cell with this value. */
  | { kind: 'addColumn'; table: Id; column: StoredColumn; value: CellValue }
  /** A column at the end with the cells of another one. */
  | { kind: 'copyColumn'; table: Id; column: StoredColumn; from: Id }
  /** A column at the end with the cells that a blob (`_id` and the column) has; rows that it does not know are missing. */
  | { kind: 'fillColumn'; table: Id; column: StoredColumn; blob: Blob }
  | { kind: 'dropColumn'; table: Id; column: Id }
  /** The formula of a column is another one: nothing to do but to work it out. */
  | { kind: 'formula'; table: Id; of: Id };
