import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { Problem, type ProblemData } from '../../../shared/contract/problem.ts';
import { isDataFile } from '../../../shared/model/dataFiles.ts';
import { commonFolder } from './commonFolder.ts';

export interface AskedFile {
  path: string;
  /** Where the path does not tell its name: a copy. */
  name?: string | undefined;
}
export interface NamedFile {
  path: string;
  name: string;
}

interface Skipped {
  name: string;
  problem: ProblemData;
}

/** More are hardly meant: a folder of the system, dropped by mistake. */
const MOST_FILES = 5000;
const DEEPEST = 12;

/** The data files among paths of files and folders, in the order of their names; what is in a folder and no data is told, hidden files are not looked at. */
export async function expandPaths(
  asked: readonly AskedFile[],
  signal: AbortSignal,
): Promise<{ files: NamedFile[]; skipped: Skipped[] }> {
  const found: AskedFile[] = [];
  const skipped: Skipped[] = [];
  async function walk(folder: string, depth: number): Promise<void> {
    signal.throwIfAborted();
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
    if (!entries)
      skipped.push(leftOut(basename(folder), 'import.folder-unreadable', 'The folder cannot be read.'));
    for (const entry of entries ?? []) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
      if (entry.isDirectory() && depth < DEEPEST) await walk(path, depth + 1);
      else if (entry.isDirectory())
        skipped.push(
          leftOut(entry.name, 'import.too-deep', `The folder lies more than ${DEEPEST} folders deep.`),
        );
      else if (entry.isFile() && isDataFile(entry.name)) found.push({ path });
      else if (entry.isFile()) skipped.push(notData(entry.name));
      // Links are not followed: they may lead round in a circle.
      else if (entry.isSymbolicLink())
        skipped.push(leftOut(entry.name, 'import.link', 'It is a link to another place.'));
      if (found.length > MOST_FILES) throw tooMany();
    }
  }
  for (const file of asked) {
    const path = resolve(file.path);
    const what = await stat(path).catch(() => null);
    if (what?.isDirectory()) await walk(path, 0);
    else if (/\.tijarat$/i.test(path)) skipped.push(notData(basename(path)));
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
  const shared = commonFolder(files.map(({ path }) => path));
  return files.map(({ path, name }) => ({
    path,
    name: name ?? relative(shared, path).split(sep).join('/'),
  }));
}

export function notData(name: string): Skipped {
  return leftOut(name, 'import.not-data', 'It is not a file of data.');
}

function leftOut(name: string, code: string, message: string): Skipped {
  return { name, problem: { code, message, remedy: 'It was left out.', place: { file: name } } };
}

function tooMany(): Problem {
  return new Problem({
    code: 'import.too-many-files',
    message: `There are more than ${MOST_FILES.toLocaleString('en-GB')} files.`,
    remedy: 'Choose a smaller folder.',
  });
}
