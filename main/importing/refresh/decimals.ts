import type { Column } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import type { ComparedColumns, Scratch } from './releaseTables.ts';

/** Of fewer figures the decimals may be few by chance: 324.0 is printed as 324. */
const ENOUGH = 3;

/** Decimals of a number as it is written. */
function decimals(cell: string): string {
  const text = `CAST(${cell} AS VARCHAR)`;
  return `CASE WHEN contains(${text}, 'e') THEN 10 ELSE least(10, length(rtrim(split_part(${text}, '.', 2), '0'))) END`;
}

/** In `decimals_stored` and `decimals_newer`: how many decimals a measure is printed with in each period. */
export async function decimalsBySide(
  scratch: Scratch,
  { measures, keys }: ComparedColumns,
  signal?: AbortSignal,
): Promise<void> {
  const time = keys.find(({ role }) => role === 'time');
  for (const side of ['stored', 'newer']) {
    const parts = measures
      .filter(({ type }) => type === 'number')
      .map(({ id }) => {
        const at = identifier(id);
        const period = time ? identifier(time.id) : 'NULL';
        const grouped = `SELECT ${literal(id)} AS measure, ${period} AS period, max(${decimals(at)}) AS own, count(${at}) AS figures FROM ${scratch.name(side)} WHERE ${at} IS NOT NULL GROUP BY ALL`;
        return `SELECT measure, period, CASE WHEN figures >= ${ENOUGH} THEN own ELSE max(own) OVER () END AS decimals FROM (${grouped})`;
      });
    const none = "SELECT '' AS measure, NULL AS period, 0 AS decimals WHERE false";
    await scratch.table(`decimals_${side}`, parts.join(' UNION ALL ') || none, signal);
  }
}

/** Whether two figures differ by more than their rounding: of different decimals the coarser decides. `o` and `d` are the decimals of the two sides. */
export function isBeyondRounding(now: string, old: string, column: Column): string {
  const other = `${now} IS DISTINCT FROM ${old}`;
  if (column.type !== 'number') return other;
  return (
    `CASE WHEN o.decimals IS NULL OR d.decimals IS NULL OR o.decimals = d.decimals THEN NOT coalesce(abs(${now} - ${old}) <= 1e-9 * greatest(abs(${old}), 1), false) ` +
    `ELSE abs(${now} - ${old}) > 0.5 * pow(10, -least(o.decimals, d.decimals)) + 1e-9 END`
  );
}
