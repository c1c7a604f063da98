import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { convertOne } from '../../../main/importing/convertOne.ts';
import { Problem } from '../../../shared/contract/problem.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  await mkdir(join(folder, 'one'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a cell may be, before it is made to differ from all others. */
const cell = fc.constantFrom(
  'word',
  'number',
  'year',
  'period',
  'missing',
  'empty',
  'spaces',
  'note',
  'remark',
);
const row = fc.oneof(
  { weight: 6, arbitrary: fc.array(cell, { minLength: 1, maxLength: 6 }) },
  { weight: 4, arbitrary: fc.constant(['word', 'number', 'number']) },
  { weight: 1, arbitrary: fc.constant(['empty']) },
  { weight: 1, arbitrary: fc.constant(['empty', 'empty', 'empty']) },
  { weight: 1, arbitrary: fc.constant(['note']) },
);
const rows = fc.array(row, { minLength: 1, maxLength: 25 });

function textOf(kind: string, n: number): string {
  switch (kind) {
    case 'word':
      return `w${n}x`;
    case 'number':
      return `${n}${n % 7}.25`;
    case 'year':
      return String(1900 + (n % 200));
    case 'period':
      return `20${String(10 + (n % 80))}-0${1 + (n % 9)}`;
    case 'missing':
      return 'n.a.';
    case 'spaces':
      return '  ';
    case 'note':
      return `Source: s${n}x`;
    case 'remark':
      return `# r${n}x`;
    default:
      return '';
  }
}

function cellsOf(kinds: readonly (readonly string[])[]): string[][] {
  let n = 1000;
  return kinds.map((one) => one.map((kind) => textOf(kind, n++)));
}

/** Converts and looks for each text that stands nowhere else: in a table, or in a line of the report. */
async function check(
  name: string,
  content: string | Uint8Array,
  cells: readonly string[][],
  stages: readonly ('cells' | 'table')[] = ['cells'],
): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content);
  for (const stage of stages) {
    let result: Awaited<ReturnType<typeof convertOne>>;
    try {
      result = await convertOne(
        {
          path,
          folder: join(folder, 'one'),
          sharedFolder: folder,
          stage,
          format: 'csv',
          to: join(folder, 'one', 'out.csv'),
          fiscalYearStart: 7,
        },
        () => undefined,
      );
    } catch (error) {
      // Nothing that is a table: said, not lost.
      if (error instanceof Problem) continue;
      throw error;
    }
    const { rowsRead, header, taken, skipped, blank } = result.totals;
    expect(header + taken + skipped + blank).toBe(rowsRead);
    if (stage === 'table') continue;
    for (const table of result.tables) expect(table.rows).toBe(table.linesTaken);
    const out = await Promise.all(result.tables.map(({ file }) => readFile(file, 'utf8')));
    const told = [...result.skipped, ...result.overflow].map(({ text }) => text);
    const everything = [...out, ...told, ...result.tables.flatMap(({ units = [] }) => units)].join('\n');
    // The last word of each stands nowhere else; of those before it a dialect may part it.
    for (const text of cells.flat())
      if (/x$|\.25$/.test(text)) expect(everything).toContain(text.split(/[ :]+/).at(-1));
  }
}

test('whatever stands in a text, each line is in a table or in the report', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (kinds) => {
      const cells = cellsOf(kinds);
      await check('a.csv', `${cells.map((one) => one.join(';')).join('\n')}\n`, cells);
    }),
    { numRuns: 25 },
  );
});

test('whatever stands in a sheet, each cell is in a table or in the report', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.nat(3), async (kinds, indent) => {
      const cells = cellsOf(kinds);
      const content = await writeXlsx({
        sheets: [
          {
            name: 'A',
            rows: cells.map((one, i) => [
              ...Array.from({ length: i % 5 === 0 ? 0 : indent }, () => null),
              ...one.map((text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text === '' ? null : text)),
            ]),
          },
        ],
      });
      await check('a.xlsx', content, cells);
    }),
    { numRuns: 25 },
  );
});
