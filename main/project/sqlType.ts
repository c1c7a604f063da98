import type { ColumnType } from '../../shared/model/table.ts';

/** The engine's type of a column; periods are integer codes. */
export function sqlType(type: ColumnType): 'DOUBLE' | 'INTEGER' | 'BOOLEAN' | 'VARCHAR' {
  if (type === 'number') return 'DOUBLE';
  if (type === 'period') return 'INTEGER';
  if (type === 'boolean') return 'BOOLEAN';
  return 'VARCHAR';
}
