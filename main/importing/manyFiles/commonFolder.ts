import { dirname, sep } from 'node:path';

/** The innermost folder that holds all of the files. */
export function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => dirname(path).split(sep));
  const [first = []] = folders;
  const differs = first.findIndex((part, i) => folders.some((folder) => folder[i] !== part));
  return (differs < 0 ? first : first.slice(0, differs)).join(sep) || sep;
}
