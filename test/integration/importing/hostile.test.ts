import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { damage } from '../../hostile/damage.ts';
import { extremes } from '../../hostile/extremes.ts';
import { soundFiles } from '../../hostile/soundFiles.ts';
import { Trial } from '../../hostile/trial.ts';

/** The first of the ten thousand that `npm run test:hostile` reads. */
const CASES = 60;
const MOST_MEGABYTES = 1500;

async function trialOfTest(): Promise<{ trial: Trial; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-hostile-'));
  await mkdir(join(folder, 'work'));
  const trial = new Trial(join(folder, 'work'));
  onTestFinished(async () => {
    trial.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { trial, folder };
}

test('damaged files give a table or a problem in words, and end neither the process nor its memory', {
  timeout: 600_000,
}, async () => {
  const { trial, folder } = await trialOfTest();
  const files = await soundFiles(folder);
  const failed: string[] = [];
  for (let seed = 1; seed <= CASES; seed++) {
    const file = files[seed % files.length];
    if (!file) continue;
    const { what, bytes } = damage(file.bytes, seed);
    const path = join(folder, file.name);
    await writeFile(path, bytes);
    const outcome = await trial.read(path);
    if (outcome.kind === 'failed') failed.push(`seed ${seed}, ${file.name} ${what}: ${outcome.what}`);
  }
  expect(failed).toEqual([]);
  expect((await trial.peakMegabytes()) ?? 0).toBeLessThan(MOST_MEGABYTES);
});

test.each(extremes.filter(({ isSlow }) => !isSlow))(
  '$what: $gives',
  {
    timeout: 300_000,
  },
  async ({ name, make, gives }) => {
    const { trial, folder } = await trialOfTest();
    const path = join(folder, name);
    await writeFile(path, make());
    const { kind, what } = await trial.read(path);
    expect({ kind, what }).toMatchObject({
      kind: gives === 'table' ? 'table' : expect.not.stringMatching('failed'),
    });
    if (gives.startsWith('import.')) expect(what).toBe(gives);
    expect((await trial.peakMegabytes()) ?? 0).toBeLessThan(MOST_MEGABYTES);
  },
);
