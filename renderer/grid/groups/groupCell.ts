import { formatNumber } from '../../../shared/formats/formatNumber.ts';
import type { Column } from '../../../shared/model/table.ts';
import { t } from '../../i18n/index.ts';
import type { GridActions } from '../gridActions.ts';
import type { GridRow } from '../rowCache.ts';
import { rowOrder } from '../rowOrder.ts';
import { svgIcon } from '../svgIcon.ts';
import { toggleGroup } from './groupState.ts';

interface GroupCellParts {
  readonly columns: readonly Column[];
  readonly actions: Pick<GridActions, 'shownText' | 'table'>;
}

/** Draws cells of rows that are worked out: the group's name in the first column, a mark with the reason where a sum is missing. */
export function groupCell(column: Column, isFirst: boolean, parts: GroupCellParts) {
  return ({ data, value }: { data?: GridRow; value: ReturnType<GridRow['value']> }): HTMLElement => {
    const cell = document.createElement('span');
    const worked = data?.worked;
    if (!data || !worked) return cell;
    const reason = worked.reasons[column.id];
    if (reason !== undefined) {
      cell.className = 'unsummed';
      cell.textContent = '–';
      cell.title = reason;
      cell.setAttribute('aria-label', reason);
      return cell;
    }
    if (worked.kind === 'total') {
      const kind = worked.totals[column.id];
      if (kind && kind !== 'none' && value !== null) {
        cell.className = 'total';
        const word = document.createElement('small');
        word.textContent = t(`order.total.${kind}`);
        const isCount = kind === 'count';
        cell.append(
          word,
          isCount ? formatNumber(Number(value), { decimals: 0 }) : parts.actions.shownText(value, column),
        );
      } else if (isFirst) cell.textContent = t('order.totals');
      return cell;
    }
    if (!isFirst) {
      // The name of a group stands in the first column.
      const isOwn = rowOrder(parts.actions.table).groups[worked.level] === column.id;
      cell.textContent = isOwn ? '' : parts.actions.shownText(value, column);
      return cell;
    }
    return nameCell(cell, data, parts);
  };
}

function nameCell(cell: HTMLElement, data: GridRow, { columns, actions }: GroupCellParts): HTMLElement {
  const { worked } = data;
  if (!worked || worked.kind === 'total') return cell;
  const id = rowOrder(actions.table).groups[worked.level];
  const column = columns.find((known) => known.id === id);
  const own = column ? data.value(column.id) : null;
  const name = column && own !== null ? actions.shownText(own, column) : t('grid.filter.missing');
  cell.className = 'groupName';
  cell.style.setProperty('--level', String(worked.level));
  if (worked.kind === 'subtotal') {
    cell.append(t('order.subtotal', { name }));
    return cell;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.setAttribute('aria-expanded', String(worked.isOpen));
  button.setAttribute('aria-label', t(worked.isOpen ? 'order.close' : 'order.open', { name }));
  button.append(svgIcon('chevronDown'));
  button.addEventListener('pointerdown', (event) => event.stopPropagation());
  button.addEventListener('click', () => toggleGroup(actions.table, worked.path));
  const count = document.createElement('small');
  count.textContent = formatNumber(worked.count, { decimals: 0 });
  cell.append(button, name, count);
  return cell;
}
