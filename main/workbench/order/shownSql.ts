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
 * A number as the grid shows it, in the engine: the text that `formatNumber` makes. That rounds half away from zero on decimal digits, the
 * engine on binary ones: a nudge of the last of them brings 1.005, which is a little less in binary, to 1.01.
 */
export function shownNumber({ id, format }: Column, style: Settings['numbers']): SqlText {
  const at = name(id);
  const { group, point, digits } = GROUPS[style];
  const thousands = format?.thousands ?? true;
  const text = (decimals: number) => {
    const pattern = trusted(`'{:${thousands && digits === 3 ? ',' : ''}.${decimals}f}'`);
    const plain = sql`format(${pattern}, abs(${at}) * 1.000000000000001)`;
    const plus = format?.signed ? trusted("'+'") : trusted("''");
    // What rounds to zero has no sign.
    const sign = sql`CASE WHEN abs(${at}) * 1.000000000000001 < ${trusted(`0.5e-${decimals}`)} THEN '' WHEN ${at} < 0 THEN '\u2212' ELSE ${plus} END`;
    // From the end: the fraction and three digits, then pairs.
    const last = decimals > 0 ? decimals + 4 : 3;
    const back = sql`reverse(${plain})`;
    const pairs = sql`reverse(${back}[1:${trusted(String(last))}] || regexp_replace(${back}[${trusted(String(last + 1))}:], '(..?)', ',\\1', 'g'))`;
    const grouped = thousands && digits === 2 ? pairs : plain;
    const signs = group === ',' ? grouped : sql`translate(${grouped}, ',.', ${value(`${group}${point}`)})`;
    return sql`(${sign} || ${signs})`;
  };
  if (format?.decimals !== undefined) return text(format.decimals);
  return sql`CASE WHEN ${at} = trunc(${at}) THEN ${text(0)} ELSE ${text(2)} END`;
}
