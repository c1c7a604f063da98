import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Importer } from '../../../main/importing/importer.ts';
import { forkImporter, type ImporterProcess } from '../../../main/importing/importerProcess.ts';
import { corpus } from './support/importFile.ts';

async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('cancelling an import ends its process, and the next file is read by another', async () => {
  const folder = await folderOfTest();
  const path = join(folder, 'large.csv');
  await writeFile(path, `month,value\n${'2025-01,1\n'.repeat(1_500_000)}`);
  const ended: Promise<unknown>[] = [];
  const spawn = forkImporter();
  const importer = new Importer(
    (): ImporterProcess => {
      const process = spawn();
      ended.push(new Promise((done) => process.onExit(done)));
      return process;
    },
    () => undefined,
  );
  onTestFinished(() => importer.close());
  const cancel = new AbortController();
  const running = importer.inspect({ path, folder, fiscalYearStart: 7 }, cancel.signal, () => cancel.abort());
  setTimeout(() => cancel.abort(), 2000).unref();
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  await ended[0];
  const next = await importer.inspect(
    { path: corpus('bom.csv'), folder, fiscalYearStart: 7 },
    new AbortController().signal,
    () => undefined,
  );
  expect(next.result.rowCount).toBe(3);
  expect(ended).toHaveLength(2);
});

test('a problem crosses the process with its place and remedy', async () => {
  const folder = await folderOfTest();
  const importer = new Importer(forkImporter(), () => undefined);
  onTestFinished(() => importer.close());
  const path = join(folder, 'nothing.csv');
  await writeFile(path, '');
  await expect(
    importer.inspect({ path, folder, fiscalYearStart: 7 }, new AbortController().signal, () => undefined),
  ).rejects.toMatchObject({
    code: 'import.empty',
    place: { file: 'nothing.csv' },
    remedy: expect.any(String),
  });
});
