import type { Settings } from '../../../shared/contract/app.ts';
import type { Column } from '../../../shared/model/table.ts';
import { name, type SqlText, sql, trusted, value } from '../../../shared/views/sql.ts';

const GROUPS: Record<Settings['numbers'], { group: string; point: string; digits: 2 | 3 }> = {
  '1,234.5': { group: ',', point: '.', digits: 3 },
  '1.234,5': { group: '.', point: ',', digits: 3 },
  '1 234,5': { group: '\u202f', point: ',', digits: 3 },
  '12,34,567.8': { group: ',', point: '.', digits: 2 },
};

/**
 * A number as the grid shows it, in the engine: the same text as `formatNumber` makes, but for what 38 digits cannot hold. Rounded on its
 * decimal digits, half away from zero.
 */
export function shownNumber({ id, format }: Column, style: Settings['numbers']): SqlText {
  const at = name(id);
  const { group, point, digits } = GROUPS[style];
  const text = (decimals: number) => {
    const rounded = sql`abs(TRY_CAST(CAST(${at} AS VARCHAR) AS DECIMAL(38, ${trusted(String(decimals))})))`;
    const plain = sql`CAST(${rounded} AS VARCHAR)`;
    const whole = sql`split_part(${plain}, '.', 1)`;
    const back = sql`reverse(${whole})`;
    const grouped = sql`reverse(${back}[1:3] || regexp_replace(${back}[4:], ${trusted(digits === 3 ? "'(..?.?)'" : "'(..?)'")}, ${value(`${group}\\1`)}, 'g'))`;
    const shown = (format?.thousands ?? true) ? grouped : whole;
    const fraction = decimals > 0 ? sql` || ${value(point)} || split_part(${plain}, '.', 2)` : trusted('');
    const plus = format?.signed ? trusted("'+'") : trusted("''");
    const sign = sql`CASE WHEN ${rounded} = 0 THEN '' WHEN ${at} < 0 THEN ${value('\u2212')} ELSE ${plus} END`;
    return sql`(${sign} || ${shown}${fraction})`;
  };
  if (format?.decimals !== undefined) return text(format.decimals);
  return sql`CASE WHEN ${at} = trunc(${at}) THEN ${text(0)} ELSE ${text(2)} END`;
}
