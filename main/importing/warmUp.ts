import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportSession } from './session.ts';

const ROWS = 200;
const TEXT = `month,country,item,value,status\n${Array.from(
  { length: ROWS },
  (_, i) => `${2015 + (i % 9)}-0${1 + (i % 9)},C${i % 40},"item ${i % 5}",${i * 1.5},final\n`,
).join('')}`;

/** What the first file of a process would else wait for, by reading one: the engine's library from disk, and code that is compiled when it first runs. */
export async function warmUp(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-warm-'));
  try {
    const path = join(folder, 'warm.csv');
    await writeFile(path, TEXT);
    const session = await ImportSession.open(path, folder, 7, () => undefined);
    try {
      await session.preview(await session.propose());
    } finally {
      session.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
