import type { Settings } from '../../../shared/contract/app.ts';
import { shownPlaces } from '../../../shared/formats/columnNumber.ts';
import type { Column } from '../../../shared/model/table.ts';
import { name, type SqlText, sql, trusted, value } from '../../../shared/views/sql.ts';

const GROUPS: Record<Settings['numbers'], { group: string; point: string; digits: 2 | 3 }> = {
  '1,234.5': { group: ',', point: '.', digits: 3 },
  '1.234,5': { group: '.', point: ',', digits: 3 },
  '1 234,5': { group: '\u202f', point: ',', digits: 3 },
  '12,34,567.8': { group: ',', point: '.', digits: 2 },
};

/**
 * A number as the grid shows it, in the engine: the text that `columnNumber` makes. That rounds half away from zero on decimal digits, the
 * engine on binary ones: a nudge of the last of them brings 1.005, which is a little less in binary, to 1.01.
 */
export function shownNumber(column: Column, style: Settings['numbers']): SqlText {
  const { id, format } = column;
  const places = Math.round(shownPlaces(column));
  // Shown in another scale than stored, or as percent.
  const at = places === 0 ? name(id) : sql`(${name(id)} * ${trusted(`1e${places}`)})`;
  const { group, point, digits } = GROUPS[format?.numbers ?? style];
  const thousands = format?.thousands ?? true;
  const text = (decimals: number) => {
    const pattern = trusted(`'{:${thousands && digits === 3 ? ',' : ''}.${decimals}f}'`);
    // Of greater numbers one such step would be seen.
    const nudged = sql`abs(${at}) * CASE WHEN abs(${at}) < 1e11 THEN 1.0000000000000002 ELSE 1 END`;
    const plain = sql`format(${pattern}, ${nudged})`;
    const plus = format?.signed ? trusted("'+'") : trusted("''");
    const isBracketed = format?.negative === 'brackets';
    const minus = trusted(isBracketed ? "'('" : "'\u2212'");
    // What rounds to zero has no sign.
    const isZero = sql`${nudged} < ${trusted(`0.5e-${decimals}`)}`;
    const sign = sql`CASE WHEN ${isZero} THEN '' WHEN ${at} < 0 THEN ${minus} ELSE ${plus} END`;
    // From the end: the fraction and three digits, then pairs.
    const last = decimals > 0 ? decimals + 4 : 3;
    const back = sql`reverse(${plain})`;
    const pairs = sql`reverse(${back}[1:${trusted(String(last))}] || regexp_replace(${back}[${trusted(String(last + 1))}:], '(..?)', ',\\1', 'g'))`;
    const grouped = thousands && digits === 2 ? pairs : plain;
    const signs = group === ',' ? grouped : sql`translate(${grouped}, ',.', ${value(`${group}${point}`)})`;
    const percent = trusted(format?.percent ? " || '%'" : '');
    const close = isBracketed
      ? sql` || CASE WHEN ${at} < 0 AND NOT (${isZero}) THEN ')' ELSE '' END`
      : trusted('');
    return sql`(${sign} || ${signs}${percent}${close})`;
  };
  if (format?.decimals !== undefined) return text(format.decimals);
  return sql`CASE WHEN ${at} = trunc(${at}) THEN ${text(0)} ELSE ${text(2)} END`;
}
