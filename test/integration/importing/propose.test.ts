import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Importer } from '../../../main/importing/importer.ts';
import { forkImporter } from '../../../main/importing/importerProcess.ts';
import { ImportSession } from '../../../main/importing/session.ts';
import type { Recipe } from '../../../shared/model/recipe.ts';

async function fileOf(text: string): Promise<{ path: string; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'file.csv');
  await writeFile(path, text);
  return { path, folder };
}

async function sessionOf(text: string): Promise<ImportSession> {
  const { path, folder } = await fileOf(text);
  const session = await ImportSession.open(path, folder, 7, () => undefined);
  onTestFinished(() => session.close());
  return session;
}

const steps = (recipe: Recipe) =>
  recipe.map((step) => (step.step === 'setColumn' ? `${step.column}: ${step.type}` : step.step));

test('another delimiter: header and columns are found again', async () => {
  const session = await sessionOf('month;value\n2024-07;1,5\n2024-08;2,5\n2024-09;3,5\n');
  const [read] = await session.propose();
  if (read?.step !== 'readText') throw new Error('a text file is read by readText');
  const wrong = await session.propose([{ ...read, delimiter: ',' }]);
  expect(steps(wrong)).not.toContain('month: period');
  const right = await session.propose([{ ...read, delimiter: ';' }]);
  expect(steps(right)).toEqual(['readText', 'header', 'month: period', 'value: number']);
});

test('a header set by hand stays, and the columns below it are found', async () => {
  const session = await sessionOf('a,b\nmonth,value\n2024-07,1\n2024-08,2\n2024-09,3\n');
  const [read] = await session.propose();
  if (!read) throw new Error('a recipe begins with its reading');
  const recipe = await session.propose([read, { step: 'header', lines: [2], firstDataLine: 3 }]);
  expect(recipe[1]).toEqual({ step: 'header', lines: [2], firstDataLine: 3 });
  expect(steps(recipe).slice(2)).toEqual(['month: period', 'value: number']);
  expect((await session.preview(recipe)).result.rowCount).toBe(3);
});

test('after a cancelled change the file is still at hand', async () => {
  const { path, folder } = await fileOf('month,value\n2024-07,1\n2024-08,2\n');
  const importer = new Importer(forkImporter(), () => undefined);
  onTestFinished(() => importer.close());
  const signal = new AbortController().signal;
  const { recipe } = await importer.inspect({ path, folder, fiscalYearStart: 7 }, signal, () => undefined);
  const cancelled = new AbortController();
  const first = importer.preview(recipe, cancelled.signal, () => undefined);
  cancelled.abort();
  await expect(first).rejects.toThrow();
  expect((await importer.preview(recipe, signal, () => undefined)).result.rowCount).toBe(2);
});
