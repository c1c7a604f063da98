import { Problem } from '../../../shared/contract/problem.ts';
import { isDataFile } from '../../../shared/model/dataFiles.ts';
import { toast } from '../../design/toast.ts';
import { t } from '../../i18n/index.ts';
import { client } from '../client.ts';
import { host } from '../host.ts';
import { importFiles, importPath, openPath } from '../projectActions.ts';
import { setStatus } from '../statusStore.ts';

/** A file or a folder that was let go of over the window. */
type Dropped =
  | { kind: 'path'; path: string }
  | { kind: 'entry'; entry: FileSystemEntry }
  | { kind: 'file'; file: File };

interface Copy {
  file: File;
  /** The way to it from what was dropped: "2024/bop.csv". */
  name: string;
}

/** More are hardly meant. */
const MOST_FILES = 5000;

/** What was dropped, taken at once: the browser empties it when the event is over. */
export function droppedThings(transfer: DataTransfer): Dropped[] {
  const files = [...transfer.files];
  const paths = files.map((file) => host.pathOf?.(file) ?? null);
  if (files.length > 0 && paths.every((path) => path !== null))
    return paths.map((path) => ({ kind: 'path', path }));
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item): Dropped | null => {
      const entry = item.webkitGetAsEntry?.();
      if (entry) return { kind: 'entry', entry };
      const file = item.getAsFile();
      return file && { kind: 'file', file };
    });
  const found = entries.filter((one) => one !== null);
  return found.length > 0 ? found : files.map((file) => ({ kind: 'file', file }));
}

/** A project opens, one file is imported by itself, several or a folder together. */
export async function take(dropped: readonly Dropped[]): Promise<void> {
  const paths = dropped.flatMap((one) => (one.kind === 'path' ? [one.path] : []));
  if (paths.length === dropped.length) return await takePaths(paths);
  const copies: Copy[] = [];
  for (const one of dropped) {
    if (one.kind === 'entry') await collect(one.entry, '', copies);
    else if (one.kind === 'file') copies.push({ file: one.file, name: one.file.name });
  }
  const [only] = copies;
  const single = copies.length === 1 && dropped.every((one) => one.kind !== 'entry' || one.entry.isFile);
  if (only && single) return await takeOne(only.file.name, await sendCopy(only.file));
  // A folder holds what it holds: only what may be data travels; the workbench tells of what it cannot read.
  const wanted = copies.filter(({ file }) => isDataFile(file.name));
  const other = copies.filter((copy) => !wanted.includes(copy)).map(({ name }) => name);
  if (wanted.length === 0) {
    toast({
      tone: 'info',
      title: t('combining.many.notData', { count: other.length }),
      text: other.slice(0, 10).join(', '),
    });
    return;
  }
  const sent: { path: string; name: string }[] = [];
  try {
    for (const [done, { file, name }] of wanted.entries()) {
      setStatus('query', t('combining.many.receiving', { done, total: wanted.length }));
      sent.push({ path: await sendCopy(file), name });
    }
  } finally {
    setStatus('query', null);
  }
  await importFiles(sent, other);
}

async function takePaths(paths: readonly string[]): Promise<void> {
  const [only] = paths;
  if (only !== undefined && paths.length === 1) {
    const { folder } = await client().call('files.check', { folder: '', name: only });
    if (!folder) return await takeOne(only, only);
  }
  await importFiles(paths.map((path) => ({ path })));
}

async function takeOne(name: string, path: string): Promise<void> {
  if (/\.tijarat$/i.test(name)) await openPath(path);
  else await importPath(path);
}

/** The files below an entry; hidden ones are not looked at. */
async function collect(entry: FileSystemEntry, within: string, into: Copy[]): Promise<void> {
  if (entry.name.startsWith('.') || entry.name.startsWith('~$')) return;
  if (into.length > MOST_FILES) throw tooMany();
  const name = within === '' ? entry.name : `${within}/${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    into.push({ file, name });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A folder is answered in parts, the last one empty.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return;
    for (const inner of part) await collect(inner, name, into);
  }
}

function tooMany(): Problem {
  return new Problem({
    code: 'import.too-many-files',
    message: t('combining.many.tooMany', { count: MOST_FILES }),
    remedy: t('combining.many.smallerFolder'),
  });
}

/** A browser knows no path: the workbench keeps a copy. */
async function sendCopy(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { path } = await client().call('files.receive', { name: file.name, bytes });
  return path;
}
