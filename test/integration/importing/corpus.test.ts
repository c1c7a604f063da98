import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convertAll, type FileReport } from '../../../main/cli/convertAll.ts';

/** What stands in `lines.json` for each file: the lines that are no data, as a person counts them. */
interface Lines {
  skipped: number[];
  blank: string[];
  padded: number[];
  overflow: number[];
}

const corpus = join(import.meta.dirname, '../../corpus/structure');
const isExpected = (name: string) => /\.(expected(\.\d+)?|table)\.csv$/.test(name);
const all = (await readdir(corpus)).sort();
const inputs = all.filter((name) => !isExpected(name) && !/^(README\.md|lines\.json|.*\.ts)$/.test(name));
const lines = JSON.parse(await readFile(join(corpus, 'lines.json'), 'utf8')) as Record<string, Lines>;

let folder = '';
const reports = new Map<string, FileReport>();
const log: string[] = [];

/** All files by one importer, as `tijarat convert` does. */
async function convert(stage: 'cells' | 'table', names: readonly string[]): Promise<FileReport[]> {
  const files = names.map((name) => ({
    path: join(corpus, name),
    to: join(folder, stage, `${name}.csv`),
  }));
  const signal = new AbortController().signal;
  return await convertAll(files, { stage, log: (line) => log.push(line), signal });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  for (const [i, report] of (await convert('cells', inputs)).entries()) reports.set(inputs[i] ?? '', report);
  await convert(
    'table',
    all.filter((name) => name.endsWith('.table.csv')).map((name) => name.slice(0, -10)),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const written = (stage: string, name: string) => readFile(join(folder, stage, name), 'utf8');

test('the corpus has at least 80 files, and nothing unforeseen came up', () => {
  expect(inputs.length).toBeGreaterThanOrEqual(80);
  expect(log).toEqual([]);
});

describe.each(inputs)('%s', (name) => {
  const expected = all.filter((one) => one.startsWith(`${name}.expected`));

  test('its tables are those expected, header first, text as read', async () => {
    const { problem, tables = [] } = reports.get(name) ?? {};
    expect(problem).toBeUndefined();
    expect(tables).toHaveLength(expected.length);
    for (const one of expected)
      expect(await written('cells', one.replace('.expected', '').replace(/\.csv$/, '.csv'))).toBe(
        await readFile(join(corpus, one), 'utf8'),
      );
  });

  test('every other line is listed', () => {
    const {
      skipped = [],
      blank = [],
      padded = [],
      overflow = [],
      totals,
      tables = [],
    } = reports.get(name) ?? {};
    const numbers = (found: readonly { line: number }[]) => found.map(({ line }) => line);
    expect({
      skipped: numbers(skipped),
      blank: blank.flatMap((one) => one.lines),
      padded: numbers(padded),
      overflow: numbers(overflow),
    }).toEqual(lines[name]);
    expect(totals?.rowsRead).toBe(
      (totals?.header ?? 0) + (totals?.taken ?? 0) + (totals?.skipped ?? 0) + (totals?.blank ?? 0),
    );
    for (const { rows, linesTaken } of tables) expect(rows).toBe(linesTaken);
  });

  if (all.includes(`${name}.table.csv`))
    test('typed and reshaped it is as expected', async () => {
      expect(await written('table', `${name}.csv`)).toBe(
        await readFile(join(corpus, `${name}.table.csv`), 'utf8'),
      );
    });
});
