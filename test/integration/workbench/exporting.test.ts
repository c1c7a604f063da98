import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Engine, identifier } from '../../../main/engine/engine.ts';
import { exportingHandlers } from '../../../main/workbench/exporting.ts';
import { Settings } from '../../../shared/contract/app.ts';
import { Document, emptyDocument } from '../../../shared/model/document.ts';
import { monthPeriod } from '../../../shared/periods/period.ts';
import { checkDeck } from '../exporting/pptx/checkDeck.ts';

let folder: string;
let engine: Engine;
const query = { table: 't', measure: { column: 'v', aggregate: 'sum' }, keys: [{ column: 'm' }] };
const document = Document.parse({
  ...emptyDocument('Test'),
  tables: [
    {
      id: 't',
      title: 'Monthly',
      rowCount: 3,
      sourceLine: 'State Bank of Pakistan',
      columns: [
        { id: 'm', name: 'month', type: 'period', role: 'time', spelling: 'monthDashYear' },
        { id: 'n', name: 'note', type: 'text', role: 'note' },
        { id: 'v', name: 'exports', type: 'number', role: 'measure', nature: 'flow', unit: 'US$ million' },
      ],
    },
  ],
  views: [{ id: 'view', title: 'Exports', kind: 'column', options: {}, query }],
  decks: [
    {
      id: 'deck',
      title: 'Deck',
      slides: [
        {
          id: 's1',
          layout: 'chartAndFigures',
          title: 'Exports came to {{sum|0}} m',
          view: 'view',
          aside: [{ figure: '{{sum|0}} m', words: 'in all' }],
          figures: { sum: { kind: 'value', query: { ...query, keys: [] } } },
        },
      ],
    },
  ],
});

const handlers = () =>
  exportingHandlers({
    project: () => ({ document, engine, tableName: identifier }) as never,
    settings: { get: async () => Settings.parse({}) } as never,
    options: { assetsFolder: join(import.meta.dirname, '../../../assets') } as never,
  });
const context = () => ({ signal: new AbortController().signal, progress: () => undefined });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-export-'));
  engine = await Engine.open(':memory:', folder);
  const rows = [286, 298, 292].map((v, i) => `(${i}, ${i + 2}, ${monthPeriod(2024, 7 + i)}, '=x', ${v})`);
  await engine.run({
    sql: `CREATE TABLE t AS SELECT * FROM (VALUES ${rows.join(', ')}) AS r(_id, _line, m, n, v)`,
  });
  await engine.run({ sql: 'ALTER TABLE t ALTER v TYPE DOUBLE' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('writes a deck with figures and chart from the engine', async () => {
  const path = join(folder, 'deck.pptx');
  const answer = await handlers()['export.deck']({ deck: 'deck', path }, context());
  expect(answer).toEqual({ path, notes: [] });
  const bytes = new Uint8Array(await readFile(path));
  expect(await checkDeck(bytes)).toEqual([]);
});

it('writes tables and views as CSV that spreadsheets do not run', async () => {
  const text = async (answer: { bytes?: Uint8Array | undefined }) => new TextDecoder().decode(answer.bytes);
  const table = await handlers()['export.table']({ table: 't', format: 'csv' }, context());
  expect(await text(table)).toBe(
    "month,note,exports\r\nJul-24,'=x,286\r\nAug-24,'=x,298\r\nSep-24,'=x,292\r\n",
  );
  const view = await handlers()['export.viewData']({ view: 'view', format: 'csv' }, context());
  expect(await text(view)).toBe('month,exports (US$ million)\r\nJul-24,286\r\nAug-24,298\r\nSep-24,292\r\n');
});

it('draws a picture with the source of the table', async () => {
  const size = { width: 640, height: 360 };
  const svg = await handlers()['export.viewPicture']({ view: 'view', format: 'svg', ...size }, context());
  expect(new TextDecoder().decode(svg.bytes)).toContain('Source: State Bank of Pakistan');
});

it('says what is wrong with a place, and leaves nothing behind', async () => {
  const taken = join(folder, 'taken');
  await mkdir(taken);
  const before = await readdir(folder);
  const write = (path: string) => handlers()['export.deck']({ deck: 'deck', path }, context());
  await expect(write(taken)).rejects.toMatchObject({ code: 'export.is-folder' });
  await expect(write(join(folder, 'none/deck.pptx'))).rejects.toMatchObject({ code: 'export.no-folder' });
  await expect(handlers()['export.deck']({ deck: 'gone' }, context())).rejects.toMatchObject({
    code: 'export.no-deck',
  });
  expect(await readdir(folder)).toEqual(before);
});
