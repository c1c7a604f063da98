import { t } from '../i18n/index.ts';
import type { TableGrid } from './tableGrid.ts';

/** A row by what a person calls it: its period, else its first dimension, else its number. */
export function rowName(grid: TableGrid, at: number): string {
  const row = grid.cache.row(at);
  const named =
    grid.columns.find(({ role }) => role === 'time') ?? grid.columns.find(({ role }) => role === 'dimension');
  const text = row && named ? grid.actions.shownText(row.value(named.id), named) : '';
  return text || t('grid.rowNumber', { row: at + 1 });
}
