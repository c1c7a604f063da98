import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

interface Build {
  root: string;
  /** Names the stamp in dist/. */
  name: string;
  /** Files and folders that the build depends on, from the root. */
  sources: readonly string[];
  /** What must be there for the build to count, from the root. */
  product: string;
  build(): Promise<void>;
}

/** Builds unless nothing has changed since the last build: names, sizes and times of all sources are compared with a stamp. Says whether it built. */
export async function buildWhenStale({ root, name, sources, product, build }: Build): Promise<boolean> {
  const stamp = join(root, 'dist', `${name}.stamp`);
  const now = await fingerprint(root, sources, product);
  const then = await readFile(stamp, 'utf8').catch(() => '');
  if (now === then && existsSync(join(root, product))) return false;
  await build();
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(stamp, now);
  return true;
}

/** The product may lie among its sources. */
async function fingerprint(root: string, sources: readonly string[], product: string): Promise<string> {
  const lines: string[] = [];
  const add = async (path: string) => {
    if (path.startsWith(join(root, product))) return;
    const { size, mtimeMs } = await stat(path);
    lines.push(`${relative(root, path)} ${size} ${mtimeMs}`);
  };
  for (const source of sources) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    if ((await stat(path)).isFile()) await add(path);
    else
      for (const entry of await readdir(path, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) await add(join(entry.parentPath, entry.name));
  }
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
