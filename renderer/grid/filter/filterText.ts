import type { RowFilter } from '../../../shared/contract/rowFilter.ts';
import { type Column, codeLabel } from '../../../shared/model/table.ts';
import { periodOfText } from '../../../shared/periods/periodText.ts';
import { t } from '../../i18n/index.ts';
import { type CellFormat, shownText } from '../cellText.ts';

/** What a filter keeps, in words for its chip. */
export function filterText(filter: RowFilter, column: Column, format: CellFormat): string {
  if ('text' in filter) return t(`order.textChip.${filter.text}`, { text: filter.letters });
  if ('number' in filter)
    return t(`order.numberChip.${filter.number}`, { number: shownText(filter.than, column, format) });
  if ('top' in filter) return t(filter.least ? 'order.bottomChip' : 'order.topChip', { count: filter.top });
  if ('recent' in filter) return t(`order.${filter.recent}`).toLowerCase();
  if ('missing' in filter) return t(filter.missing ? 'order.missing' : 'order.notMissing').toLowerCase();
  if ('contains' in filter) return t('grid.filter.text', { text: filter.contains });
  if ('oneOf' in filter) {
    const [first, ...others] = filter.oneOf.map((value) => valueText(value, column, format));
    if (first === undefined) return t('grid.filter.nothing');
    if (others.length === 0) return first;
    if (others.length === 1) return `${first}, ${others[0]}`;
    return t('grid.filter.some', { first, count: others.length });
  }
  if ('from' in filter || 'to' in filter) {
    const from = filter.from === undefined ? '' : valueText(filter.from, column, format);
    const to = filter.to === undefined ? '' : valueText(filter.to, column, format);
    if (from && to) return from === to ? from : t('grid.filter.between', { from, to });
    return from ? t('grid.filter.fromOn', { from }) : t('grid.filter.upTo', { to });
  }
  if ('least' in filter || 'most' in filter) {
    const least = filter.least === undefined ? '' : shownText(filter.least, column, format);
    const most = filter.most === undefined ? '' : shownText(filter.most, column, format);
    if (least && most) return t('grid.filter.between', { from: least, to: most });
    return least ? t('grid.filter.atLeast', { least }) : t('grid.filter.atMost', { most });
  }
  return t('grid.filter.nothing');
}

/** A value of a list as people read it; periods arrive in canonical text. */
export function valueText(
  value: string | number | boolean | null,
  column: Column,
  format: CellFormat,
): string {
  if (value === null) return t('grid.filter.missing');
  if (column.type === 'period' && typeof value === 'string') {
    const code = periodOfText(value);
    return code === null ? value : shownText(code, column, format);
  }
  if (column.type === 'boolean') return t(value === true || value === 'true' ? 'grid.yes' : 'grid.no');
  return typeof value === 'string' ? codeLabel(column, value) : shownText(value, column, format);
}
