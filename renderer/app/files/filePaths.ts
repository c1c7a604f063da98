import type { FileFilter } from '../../../shared/contract/host.ts';
import { dataExtensions } from '../../../shared/model/dataFiles.ts';
import { t } from '../../i18n/index.ts';
import { host } from '../host.ts';
import { useSettings } from '../useSettings.ts';

export const projectFilter = (): FileFilter => ({ name: t('app.file.project'), extensions: ['tijarat'] });
export const importFilter = (): FileFilter => ({ name: t('app.file.data'), extensions: dataExtensions });

/** Asks for a file to open; null where the user turned back. */
export async function askOpenPath(title: string, filters: readonly FileFilter[]): Promise<string | null> {
  return (await host.pickOpen?.({ title, filters, ...startFolder() })) ?? null;
}

/** Asks for one or more files to open; none where the user turned back. */
export async function askOpenPaths(
  title: string,
  filters: readonly FileFilter[],
): Promise<readonly string[]> {
  return (await host.pickOpenMany?.({ title, filters, ...startFolder() })) ?? [];
}

/** Asks where to write; `name` is proposed. The host has asked before an existing file is named. */
export async function askSavePath(
  title: string,
  name: string,
  filters: readonly FileFilter[],
): Promise<string | null> {
  return (await host.pickSave?.({ title, name, filters, ...startFolder() })) ?? null;
}

function startFolder(): { folder?: string } {
  const { defaultFolder } = useSettings.getState();
  return defaultFolder ? { folder: defaultFolder } : {};
}

/** "C:\\x\\bop.xlsx" -> "bop.xlsx" */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** A title as a file name: what systems refuse becomes a dash. */
export function nameFromTitle(title: string): string {
  const name = title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .trim()
    .replace(/[. ]+$/, '');
  return name || t('app.project.untitled');
}
