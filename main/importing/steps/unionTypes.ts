import type { Column, ColumnType } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import type { ProjectRows, StepContext } from './step.ts';
import type { UnionColumn } from './unionColumns.ts';

/** The type in which the columns can stand together: texts that all read as numbers become numbers, else what differs becomes text. */
export async function commonType(
  { from }: UnionColumn,
  parts: readonly ProjectRows[],
  context: StepContext,
): Promise<ColumnType> {
  const types = new Set(from.flatMap((column) => column?.type ?? []));
  const [first = 'text'] = types;
  if (types.size === 1) return first;
  const texts = new Set<ColumnType>(['category', 'text']);
  if ([...types].every((type) => texts.has(type))) return first;
  if ([...types].some((type) => type !== 'number' && !texts.has(type))) return 'text';
  for (const [i, column] of from.entries()) {
    if (!column || column.type === 'number') continue;
    const cell = identifier(column.id);
    const [[odd = 0] = []] = await context.rows(
      `SELECT count(*) FROM (${parts[i]?.sql}) WHERE ${cell} IS NOT NULL AND TRY_CAST(trim(${cell}) AS DOUBLE) IS NULL`,
    );
    if (Number(odd) > 0) return 'text';
  }
  return 'number';
}

/** A cell of a column in the common type. */
export function inType(column: Column, type: ColumnType): string {
  const cell = identifier(column.id);
  if (column.type === type || (type !== 'number' && (column.type === 'category' || column.type === 'text')))
    return cell;
  if (type === 'number') return `TRY_CAST(trim(${cell}) AS DOUBLE)`;
  if (column.type === 'boolean') return `CASE WHEN ${cell} THEN 'yes' WHEN NOT ${cell} THEN 'no' END`;
  if (column.type === 'period') return periodTextSql(cell);
  return `CASE WHEN ${cell} = floor(${cell}) AND abs(${cell}) < 1e15 THEN CAST(CAST(${cell} AS BIGINT) AS VARCHAR) ELSE CAST(${cell} AS VARCHAR) END`;
}

/** The canonical text of a period code, as SQL. See `periodText`. */
function periodTextSql(cell: string): string {
  const start = `(${cell} // 1000)`;
  const months = `(${cell} % 1000)`;
  const year = `lpad(CAST(${start} // 12 AS VARCHAR), 4, '0')`;
  const month = `(${start} % 12)`;
  return (
    `CASE WHEN ${months} = 12 AND ${month} = 0 THEN ${year} ` +
    `WHEN ${months} = 3 AND ${month} % 3 = 0 THEN ${year} || '-Q' || CAST(${month} // 3 + 1 AS VARCHAR) ` +
    `ELSE ${year} || '-' || lpad(CAST(${month} + 1 AS VARCHAR), 2, '0') || CASE WHEN ${months} = 1 THEN '' ELSE '/P' || CAST(${months} AS VARCHAR) || 'M' END END`
  );
}
