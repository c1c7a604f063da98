import { findById } from '../../shared/model/document.ts';
import type { Source } from '../../shared/model/source.ts';
import type { Table } from '../../shared/model/table.ts';
import { client } from '../app/client.ts';
import { askOpenPath, fileName, importFilter } from '../app/files/filePaths.ts';
import { useNavigation } from '../app/navigation.ts';
import { useProject } from '../app/projectStore.ts';
import { toast } from '../design/toast.ts';
import { t } from '../i18n/index.ts';
import { checkPlaces } from './sourcePlaces.ts';

/** The table that a newer file can be taken into: the one that is shown, or that of the source that is shown. */
export function tableToRefresh(): Table | undefined {
  const { place } = useNavigation.getState();
  const { document } = useProject.getState();
  if (!document) return undefined;
  if (place.kind === 'table') {
    const table = findById(document.tables, place.id);
    return table?.source === undefined ? undefined : table;
  }
  return place.kind === 'source' ? tableOfSource(place.id) : undefined;
}

export function tableOfSource(source: string): Table | undefined {
  return useProject.getState().document?.tables.find((table) => table.source === source);
}

/** Shows what a newer file would change: the folder of a table of many files is known where it was, any other file is asked for. */
export async function refreshTable(table: Table): Promise<void> {
  const places = isOfManyFiles(table) ? await checkPlaces() : [];
  const place = places.find(({ source }) => source === table.source);
  if (place?.path !== undefined && place.state !== 'missing') show(table, place.path);
  else await askForNewer(table);
}

async function askForNewer(table: Table): Promise<void> {
  const isMany = isOfManyFiles(table);
  const title = t(isMany ? 'refreshing.askFolder' : 'refreshing.askTitle', { title: table.title });
  const path = await askOpenPath(title, [importFilter()]);
  if (path) show(table, path);
}

function show({ id }: Table, path: string): void {
  useNavigation.getState().go({ kind: 'refresh', table: id, path });
}

function isOfManyFiles({ source }: Table): boolean {
  return useProject.getState().document?.sources.find(({ id }) => id === source)?.files !== undefined;
}

/** Asks where a source's file is now. One that holds other figures is offered as a newer one. */
export async function relinkSource(source: Source): Promise<void> {
  const owner = source.files && tableOfSource(source.id);
  // Where many files are now is asked for when they are looked at again: what is the same, changed or gone is told then.
  if (owner) return await askForNewer(owner);
  const path = await askOpenPath(t('refreshing.place.relinkTitle', { file: source.fileName }), [
    importFilter(),
  ]);
  if (!path) return;
  const { isSame } = await client().call('refresh.relink', { source: source.id, path });
  await checkPlaces();
  const file = fileName(path);
  const table = tableOfSource(source.id);
  if (isSame) toast({ tone: 'success', title: t('refreshing.place.relinked', { file }) });
  else
    toast({
      tone: 'info',
      title: t('refreshing.place.relinkedOther', { file }),
      ...(table && {
        action: {
          label: t('refreshing.place.refresh'),
          run: () => useNavigation.getState().go({ kind: 'refresh', table: table.id, path }),
        },
      }),
    });
}
