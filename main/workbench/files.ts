import { access, constants, mkdir, readdir, realpath, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, parse, resolve } from 'node:path';
import type { FileEntry } from '../../shared/contract/app.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Handlers } from '../../shared/contract/server.ts';
import type { Bench } from './bench.ts';

/** Folders as the browser host's own file dialog shows them, and dropped files, of which a browser gives only the bytes. */
export function filesHandlers(bench: Bench): Pick<Handlers, 'files.list' | 'files.check' | 'files.receive'> {
  return {
    async 'files.list'({ folder: asked }) {
      const wanted = asked ?? ((await bench.settings.get()).defaultFolder || homedir());
      const folder = await realpath(wanted).catch((cause) => {
        throw new Problem({ code: 'files.no-folder', message: `There is no folder ${wanted}.` }, { cause });
      });
      const names = await readdir(folder).catch((cause) => {
        throw new Problem(
          { code: 'files.not-readable', message: `The folder ${folder} cannot be read.` },
          { cause },
        );
      });
      const shown = names.filter((name) => !name.startsWith('.'));
      const entries = (await Promise.all(shown.map((name) => entryOf(join(folder, name))))).filter(
        (entry): entry is FileEntry => entry !== null,
      );
      entries.sort(
        (a, b) =>
          Number(b.folder) - Number(a.folder) || a.name.localeCompare(b.name, 'en', { numeric: true }),
      );
      const parent = dirname(folder);
      return {
        folder,
        ...(parent !== folder && { parent }),
        crumbs: crumbsOf(folder),
        places: await places(),
        entries,
      };
    },
    async 'files.check'({ folder, name }) {
      const path = isAbsolute(name) ? resolve(name) : resolve(folder, name);
      const found = await stat(path).catch(() => null);
      const writable = await access(found ? path : dirname(path), constants.W_OK).then(
        () => found === null || (found.mode & 0o222) !== 0,
        () => false,
      );
      return { path, exists: found !== null, folder: found?.isDirectory() ?? false, writable };
    },
    async 'files.receive'({ name, bytes }) {
      const folder = join(bench.options.userFolder, 'dropped', bench.options.newId());
      await mkdir(folder, { recursive: true });
      const path = join(folder, safeName(name));
      await writeFile(path, bytes, { flag: 'wx' });
      return { path };
    },
  };
}

async function entryOf(path: string): Promise<FileEntry | null> {
  const found = await stat(path).catch(() => null); // a link to nowhere, or not ours to see
  if (!found || !(found.isFile() || found.isDirectory())) return null;
  return {
    name: basename(path),
    path,
    folder: found.isDirectory(),
    bytes: found.isFile() ? found.size : 0,
    changedAt: found.mtime.toISOString(),
  };
}

function crumbsOf(folder: string): { name: string; path: string }[] {
  const { root } = parse(folder);
  const crumbs = [{ name: root, path: root }];
  let path = root;
  for (const name of folder.slice(root.length).split(/[\\/]/).filter(Boolean)) {
    path = join(path, name);
    crumbs.push({ name, path });
  }
  return crumbs;
}

async function places(): Promise<{ name: string; path: string }[]> {
  const home = homedir();
  const wished = ['Desktop', 'Documents', 'Downloads'].map((name) => ({ name, path: join(home, name) }));
  const found = await Promise.all(
    wished.map(async (place) => ((await stat(place.path).catch(() => null))?.isDirectory() ? place : null)),
  );
  return [{ name: 'Home', path: home }, ...found.filter((place) => place !== null)];
}

/** The last part of a name that a window gave, without what a path or a device is made of. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}<>:"|?*]/gu, '_')
    .replace(/^\.+/, '')
    .slice(0, 200);
  return clean || 'dropped';
}
