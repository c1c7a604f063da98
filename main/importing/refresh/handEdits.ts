import type { Column, Table } from '../../../shared/model/table.ts';
import { periodOfText, periodText } from '../../../shared/periods/periodText.ts';
import { identifier } from '../../engine/engine.ts';
import { objectList } from '../../project/listParameter.ts';
import type { CellValue } from '../../project/rowEffects.ts';
import { sqlType } from '../../project/sqlType.ts';

/** A cell that was changed by hand, and what its file said, as the engine holds it. */
export interface HandEdit {
  row: number;
  column: Column;
  was: CellValue;
}

/** The cells of a table that were changed by hand. Entries of columns that are gone are passed over. */
export function handEdits({ handEdits: kept = {}, columns }: Table): HandEdit[] {
  return Object.entries(kept).flatMap(([key, was]) => {
    const at = key.indexOf(':');
    const column = columns.find(({ id }) => id === key.slice(at + 1));
    const row = Number(key.slice(0, at));
    if (!column || !Number.isInteger(row)) return [];
    return [
      { row, column, was: column.type === 'period' && typeof was === 'string' ? periodOfText(was) : was },
    ];
  });
}

export function handEditKey(row: number, column: string): string {
  return `${row}:${column}`;
}

/** As the document keeps it: periods as text. */
export function keptCell(value: CellValue, { type }: Pick<Column, 'type'>): CellValue {
  return type === 'period' && typeof value === 'number' ? periodText(value) : value;
}

/** The edits as rows of an engine table: the value is a number or a text. `editRows` is the statement's one parameter. */
export const EDIT_ROWS = objectList({ row: 'BIGINT', col: 'VARCHAR', n: 'DOUBLE', s: 'VARCHAR' });

export function editRows(edits: readonly HandEdit[]): string {
  return JSON.stringify(
    edits.map(({ row, column, was }) => ({
      row,
      col: column.id,
      n: typeof was === 'number' ? was : typeof was === 'boolean' ? Number(was) : null,
      s: typeof was === 'string' ? was : null,
    })),
  );
}

/** The cell `t.column` as its file said it, where `edit` is the alias of its edit, if it has one. */
export function asInFile(column: Column, edit: string): string {
  const value = column.type === 'category' || column.type === 'text' ? `${edit}.s` : `${edit}.n`;
  return `CASE WHEN ${edit}.row IS NOT NULL THEN CAST(${value} AS ${sqlType(column.type)}) ELSE t.${identifier(column.id)} END`;
}
