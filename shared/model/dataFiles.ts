/** What the importer reads, by the ends of names: for dialogs, dropped files and folders. What a file is, its content says. */
export const dataExtensions = [
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
  'xml',
  'html',
  'htm',
  'mht',
  'mhtml',
  'gz',
  'zip',
] as const;

export function isDataFile(name: string): boolean {
  const extension = name.toLowerCase().split('.').at(-1) ?? '';
  return name.includes('.') && dataExtensions.some((known) => known === extension);
}
