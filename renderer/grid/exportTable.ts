import type { Table } from '../../shared/model/table.ts';
import { client } from '../app/client.ts';
import { askSavePath, fileName, nameFromTitle } from '../app/files/filePaths.ts';
import { host } from '../app/host.ts';
import { toast } from '../design/toast.ts';
import { t } from '../i18n/index.ts';
import { rowOrder, rowsOf } from './rowOrder.ts';

/** Asks where, writes the rows as they are shown as CSV or as a workbook, and says where they are. */
export async function exportShown(
  { id, title }: Table,
  columns: readonly { readonly id: string; readonly width: number }[],
): Promise<void> {
  const filters = [
    { name: t('order.workbook'), extensions: ['xlsx'] },
    { name: t('grid.csv'), extensions: ['csv'] },
  ];
  const path = await askSavePath(t('order.exportTitle'), `${nameFromTitle(title)}.xlsx`, filters);
  if (!path) return;
  const format = /\.csv$/i.test(path) ? 'csv' : 'xlsx';
  const rows = rowsOf(id, rowOrder(id));
  await client().call('export.rows', { rows, columns: [...columns], format, path });
  tellWritten(path);
}

/** Asks where, writes the whole table as CSV in full precision, and says where it is. */
export async function exportTable({ id, title }: Table): Promise<void> {
  const filter = { name: t('grid.csv'), extensions: ['csv'] };
  const path = await askSavePath(t('grid.exportTitle'), `${nameFromTitle(title)}.csv`, [filter]);
  if (!path) return;
  await client().call('export.table', { table: id, format: 'csv', path });
  tellWritten(path);
}

function tellWritten(path: string): void {
  const show = host.showInFolder?.bind(host);
  toast({
    tone: 'success',
    title: t('grid.exported'),
    text: fileName(path),
    ...(show && { action: { label: t('grid.showFile'), run: () => show(path) } }),
  });
}
