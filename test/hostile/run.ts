import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { damage } from './damage.ts';
import { extremes } from './extremes.ts';
import { soundFiles } from './soundFiles.ts';
import { Trial } from './trial.ts';

// `npm run test:hostile -- [--cases N] [--seed N] [--only NAME]`: damaged files through the importer. Each must give a table or a problem in
// words, in time and in memory. `--seed` is the first case's; a case that failed runs alone with its own seed and `--cases 1`.

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const MOST_MEGABYTES = 1500;
const say = (line: string) => process.stdout.write(`${line}\n`);

const folder = await mkdtemp(join(tmpdir(), 'tijarat-hostile-'));
try {
  await mkdir(join(folder, 'work'));
  const files = (await soundFiles(folder)).filter(({ name }) => name.includes(values.only));
  const trial = new Trial(join(folder, 'work'));
  const codes = new Map<string, number>();
  let failures = 0;
  let slowest = 0;
  const first = Number(values.seed);
  for (let seed = first; seed < first + Number(values.cases); seed++) {
    const file = files[seed % files.length];
    if (!file) break;
    const { what, bytes } = damage(file.bytes, seed);
    const path = join(folder, file.name);
    await writeFile(path, bytes);
    const outcome = await trial.read(path);
    slowest = Math.max(slowest, outcome.milliseconds);
    const kind = outcome.kind === 'table' ? 'a table' : (outcome.what.split('\n')[0] ?? '');
    codes.set(kind, (codes.get(kind) ?? 0) + 1);
    if (outcome.kind === 'failed') {
      failures++;
      say(`seed ${seed}, ${file.name} ${what}: ${outcome.what}`);
    }
    if ((seed - first + 1) % 500 === 0) say(`${seed - first + 1} cases`);
  }
  for (const extreme of extremes.filter(({ name }) => name.includes(values.only))) {
    const path = join(folder, extreme.name);
    await writeFile(path, extreme.make());
    const { kind, what } = await trial.read(path);
    const isRight = extreme.gives === 'any' || extreme.gives === (kind === 'table' ? 'table' : what);
    if (kind !== 'failed' && isRight) continue;
    failures++;
    say(`${extreme.what}: ${what}, not ${extreme.gives}`);
  }
  const peak = (await trial.peakMegabytes()) ?? 0;
  trial.close();
  for (const [kind, count] of [...codes].sort((a, b) => b[1] - a[1]))
    say(`${String(count).padStart(6)}  ${kind}`);
  say(`${failures} failed, the slowest took ${slowest} ms, at most ${peak} MB`);
  if (failures > 0 || peak > MOST_MEGABYTES) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
