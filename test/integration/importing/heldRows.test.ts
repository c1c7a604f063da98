import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { convertFile } from '../../../main/importing/convertFile.ts';
import { ImportSession } from '../../../main/importing/session.ts';
import { Workshop } from '../../../main/importing/workshop.ts';

const corpus = join(import.meta.dirname, '../../corpus');
let folder = '';
let shared: Workshop;
let own: Workshop;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  for (const name of ['held', 'stored']) await mkdir(join(folder, name));
  shared = await Workshop.forMany(folder);
  own = await Workshop.forMany(folder);
});
afterAll(async () => {
  shared.close();
  own.close();
  await rm(folder, { recursive: true, force: true });
});

/** The report and the bytes of the tables, by rows that JavaScript holds or by queries. */
async function converted(path: string, isHolding: boolean) {
  const workshop = isHolding ? shared : own;
  await workshop.clear();
  const session = await ImportSession.open(path, folder, 7, () => undefined, { workshop, isHolding });
  const within = join(folder, isHolding ? 'held' : 'stored');
  try {
    const to = join(within, 'table.csv');
    const result = await convertFile(session, { stage: 'cells', format: 'csv', to, fiscalYearStart: 7 });
    const written = await Promise.all(result.tables.map(({ file }) => readFile(file, 'utf8')));
    return { report: JSON.stringify(result).replaceAll(within, ''), written };
  } catch (error) {
    return String(error);
  } finally {
    session.close();
  }
}

test.each(['delimited', 'structure', 'dialects'])(
  '%s: rows that are held give the same tables and the same report as queries',
  async (kind) => {
    const names = await readdir(join(corpus, kind), { recursive: true });
    let compared = 0;
    for (const path of names.map((name) => join(corpus, kind, name))) {
      const { size, isFile } = await stat(path).then((found) => ({
        size: found.size,
        isFile: found.isFile(),
      }));
      if (!isFile || size > 200_000 || /(\.(json|md|ts|mjs)|\.(expected|table)\.csv)$/.test(path)) continue;
      const held = await converted(path, true);
      expect({ path, held }).toEqual({ path, held: await converted(path, false) });
      compared++;
    }
    expect(compared).toBeGreaterThan(5);
  },
);
