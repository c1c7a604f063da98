import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Problem, type ProblemData } from '../../../shared/contract/problem.ts';
import { isDataFile } from '../../../shared/model/dataFiles.ts';

export interface AskedFile {
  path: string;
  /** Where the path does not tell its name: a copy. */
  name?: string | undefined;
}
export interface NamedFile {
  path: string;
  name: string;
}

/** More are hardly meant: a folder of the system, dropped by mistake. */
const MOST_FILES = 5000;
const DEEPEST = 12;

/** The data files among paths of files and folders, in the order of their names; what is in a folder and no data is told, hidden files are not looked at. */
export async function expandPaths(
  asked: readonly AskedFile[],
  signal: AbortSignal,
): Promise<{ files: NamedFile[]; skipped: { name: string; problem: ProblemData }[] }> {
  const found: AskedFile[] = [];
  const skipped: { name: string; problem: ProblemData }[] = [];
  async function walk(folder: string, depth: number): Promise<void> {
    signal.throwIfAborted();
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
      // Links are not followed: they may lead round in a circle.
      if (entry.isDirectory() && depth < DEEPEST) await walk(path, depth + 1);
      else if (entry.isFile() && isDataFile(entry.name)) found.push({ path });
      else if (entry.isFile()) skipped.push({ name: entry.name, problem: notData(entry.name) });
      if (found.length > MOST_FILES) throw tooMany();
    }
  }
  for (const file of asked) {
    const path = resolve(file.path);
    const what = await stat(path).catch(() => null);
    if (what?.isDirectory()) await walk(path, 0);
    else if (/\.tijarat$/i.test(path))
      skipped.push({ name: basename(path), problem: notData(basename(path)) });
    else found.push({ path, name: file.name });
  }
  if (found.length > MOST_FILES) throw tooMany();
  const names = new Intl.Collator('en', { numeric: true });
  const files = namesThatTell(found).toSorted((a, b) => names.compare(a.name, b.name));
  return { files, skipped };
}

/** The file's own name where that tells them all apart, else the way to it from the folder that holds them all. */
function namesThatTell(files: readonly AskedFile[]): NamedFile[] {
  const own = files.map(({ path, name }) => name ?? basename(path));
  if (new Set(own).size === own.length) return files.map(({ path }, i) => ({ path, name: own[i] ?? path }));
  const folders = files.map(({ path }) => dirname(path).split(sep));
  const [first = []] = folders;
  const shared = first.findIndex((part, i) => folders.some((folder) => folder[i] !== part));
  const length = shared < 0 ? first.length : shared;
  return files.map(({ path, name }, i) => ({
    path,
    name: name ?? [...(folders[i] ?? []).slice(length), basename(path)].join('/'),
  }));
}

function notData(name: string): ProblemData {
  return {
    code: 'import.not-data',
    message: 'It is not a file of data.',
    remedy: 'It was left out.',
    place: { file: name },
  };
}

function tooMany(): Problem {
  return new Problem({
    code: 'import.too-many-files',
    message: `There are more than ${MOST_FILES.toLocaleString('en-GB')} files.`,
    remedy: 'Choose a smaller folder.',
  });
}
