import type { Table } from '../../shared/model/table.ts';
import { client } from '../app/client.ts';
import { askSavePath, fileName, nameFromTitle } from '../app/files/filePaths.ts';
import { host } from '../app/host.ts';
import { toast } from '../design/toast.ts';
import { t } from '../i18n/index.ts';

/** Asks where, writes the whole table as CSV in full precision, and says where it is. */
export async function exportTable({ id, title }: Table): Promise<void> {
  const filter = { name: t('grid.csv'), extensions: ['csv'] };
  const path = await askSavePath(t('grid.exportTitle'), `${nameFromTitle(title)}.csv`, [filter]);
  if (!path) return;
  await client().call('export.table', { table: id, format: 'csv', path });
  const show = host.showInFolder?.bind(host);
  toast({
    tone: 'success',
    title: t('grid.exported'),
    text: fileName(path),
    ...(show && { action: { label: t('grid.showFile'), run: () => show(path) } }),
  });
}
