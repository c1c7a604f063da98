import { readFileSync } from 'node:fs';
import { Engine, identifier, type SqlValue } from '../../../main/engine/engine.ts';
import { type Document, emptyDocument } from '../../../shared/model/document.ts';
import { Table } from '../../../shared/model/table.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { fiscalYearPeriod, periodCode } from '../../../shared/periods/period.ts';

const folder = new URL('../../corpus/sample-figures/', import.meta.url);

/** The cells of a small CSV file, header first. */
function csv(name: string): string[][] {
  const text = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r', '');
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

/** Makes an engine table as a project has it, with `_id` and `_line`. */
export async function fill(
  engine: Engine,
  table: Table,
  rows: readonly (readonly SqlValue[])[],
): Promise<Table> {
  const types = {
    number: 'DOUBLE',
    period: 'INTEGER',
    boolean: 'BOOLEAN',
    category: 'VARCHAR',
    text: 'VARCHAR',
  };
  const columns = table.columns.map(({ id, type }) => `${identifier(id)} ${types[type]}`);
  await engine.run({
    sql: `CREATE TABLE ${identifier(table.id)} (${columns.join(', ')}, "_id" BIGINT, "_line" INTEGER)`,
  });
  const marks = `(${[...table.columns, 1, 2].map(() => '?').join(', ')})`;
  await engine.transaction(async (run) => {
    for (const [i, row] of rows.entries()) {
      await run({
        sql: `INSERT INTO ${identifier(table.id)} VALUES ${marks}`,
        values: [...row, i + 1, i + 2],
      });
    }
  });
  return { ...table, rowCount: rows.length };
}

const july = { fiscalYearStart: 7 };
const value = { id: 'value', name: 'value_usd_mn', type: 'number', role: 'measure', unit: 'US$ million' };
const kinds = [
  { id: 'item', name: 'item', type: 'category', role: 'dimension' },
  { id: 'period', name: 'period', type: 'period', role: 'time' },
];
const release = [
  { id: 'status', name: 'status', type: 'category', role: 'status' },
  { id: 'published', name: 'published', type: 'text', role: 'vintage' },
  { id: 'source', name: 'source', type: 'text', role: 'source' },
];

/** The published Pakistani figures, monthly and cumulative, each with all its releases, as two tables of an open project. */
export async function sampleFigures() {
  const engine = await Engine.open(':memory:', '/tmp', { threads: 2 });
  const monthly = Table.parse({
    id: 'monthly',
    title: 'Monthly releases',
    columns: [...kinds, { ...value, nature: 'flow' }, ...release],
    rowCount: 0,
  });
  const cumulative = Table.parse({
    id: 'cumulative',
    title: 'Cumulative releases',
    columns: [...kinds, { ...value, nature: 'cumulative' }, ...release],
    rowCount: 0,
  });
  const annual = Table.parse({
    id: 'annual',
    title: 'Annual figures',
    columns: [...kinds, { ...value, nature: 'flow' }, release[0], release[2]],
    rowCount: 0,
  });
  const document: Document = emptyDocument('Figures');
  document.tables.push(
    await fill(
      engine,
      monthly,
      csv('pakistan-ict-exports-monthly.csv')
        .slice(1)
        .map(([month = '', item = '', text, status = '', published = '', source = '']) => [
          item,
          parsePeriod(month, july),
          Number(text),
          status,
          published || null,
          source,
        ]),
    ),
    await fill(
      engine,
      cumulative,
      csv('pakistan-ict-exports-cumulative.csv')
        .slice(1)
        .map(([year = '', months, item = '', text, status = '', published = '', source = '']) => [
          item,
          periodCode(Math.floor(fiscalYearPeriod(2000 + Number(year.slice(2)), 7) / 1000), Number(months)),
          Number(text),
          status,
          published || null,
          source,
        ]),
    ),
    await fill(
      engine,
      annual,
      csv('pakistan-ict-exports-annual.csv')
        .slice(1)
        .map(([year = '', item = '', text, status = '', source = '']) => [
          item,
          parsePeriod(year, july),
          Number(text),
          status,
          source,
        ]),
    ),
  );
  return { document, engine, tableName: (id: string) => identifier(id) };
}
