import type { FileFilter } from '../../../shared/contract/host.ts';
import { t } from '../../i18n/index.ts';
import { host } from '../host.ts';
import { useSettings } from '../useSettings.ts';

/** What the importer reads, for dialogs and dropped files. */
export const importExtensions = [
  'csv',
  'tsv',
  'txt',
  'xlsx',
  'xlsm',
  'xls',
  'xlsb',
  'ods',
  'json',
  'ndjson',
  'jsonl',
  'parquet',
  'gz',
  'zip',
] as const;

export const projectFilter = (): FileFilter => ({ name: t('app.file.project'), extensions: ['tijarat'] });
export const importFilter = (): FileFilter => ({ name: t('app.file.data'), extensions: importExtensions });

/** Asks for a file to open; null where the user turned back. */
export async function askOpenPath(title: string, filters: readonly FileFilter[]): Promise<string | null> {
  return (await host.pickOpen?.({ title, filters, ...startFolder() })) ?? null;
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
