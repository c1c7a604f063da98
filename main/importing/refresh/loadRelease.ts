import { Problem } from '../../../shared/contract/problem.ts';
import type { RefreshAnswers } from '../../../shared/contract/refreshing.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { identifier, literal, type Statement } from '../../engine/engine.ts';
import { parquetQuery } from '../../project/parquet.ts';
import { sqlType } from '../../project/sqlType.ts';
import { findDeletedAgain } from './deletedRows.ts';
import { asInFile, EDIT_ROWS, editRows, handEdits } from './handEdits.ts';
import {
  type ComparedColumns,
  comparedColumns,
  fields,
  type RefreshProject,
  type Scratch,
  sameIn,
} from './releaseTables.ts';
import type { TableAfter } from './tableAfter.ts';

export interface Loaded {
  columns: ComparedColumns;
  /** The file tells the releases apart itself, row by row. */
  datesInRows: boolean;
  /** The columns that both sides have: those that tell whether a row is there already. */
  shared: Column[];
  /** Those that only the newer file has, and that the table takes. */
  added: Column[];
  /** The columns that tell rows of the newer file apart. */
  told: Column[];
  /** The highest row id that is taken. */
  lastRow: number;
}

/**
 * Brings both sides into the engine, with the columns of the table as it would be:
 * `stored` the rows as they are, `inFile` the same as their files said them, `newer` the newer file's rows under the keys of the table.
 */
export async function loadRelease(
  project: RefreshProject,
  scratch: Scratch,
  before: Table,
  { table, added, gainsVintage }: TableAfter,
  newer: { path: string; columns: readonly Column[] },
  deleted: RefreshAnswers['deleted'],
  signal?: AbortSignal,
): Promise<Loaded> {
  const { engine } = project;
  const run = (statement: Statement) => engine.rows(statement, signal);
  const columns = comparedColumns(table);
  const has = new Set(newer.columns.map(({ id }) => id));
  const typed = await parquetQuery(
    run,
    newer.path,
    table.columns.filter(({ id }) => has.has(id)),
  );
  const blank = ({ id, type }: Column) => `CAST(NULL AS ${sqlType(type)}) AS ${identifier(id)}`;
  const absent = table.columns.filter(({ id }) => !has.has(id));
  await scratch.table(
    'raw',
    `SELECT *${absent.map((column) => `, ${blank(column)}`).join('')} FROM (${typed})`,
    signal,
  );

  const own = before.columns.map(({ id }) => identifier(id)).join(', ');
  const none = [...added, ...(gainsVintage && columns.vintage ? [columns.vintage] : [])]
    .map(blank)
    .join(', ');
  await scratch.view(
    'stored',
    `SELECT _id, _line, ${own}${none ? `, ${none}` : ''} FROM ${project.tableName(before.id)}`,
    signal,
  );

  const edits = handEdits(before);
  await scratch.table('edits', EDIT_ROWS, signal, [editRows(edits)]);
  const edited = table.columns.filter((column) => edits.some((edit) => edit.column.id === column.id));
  const keyEdits = edited.filter((column) => columns.keys.includes(column));
  const joins = (of: readonly Column[]) =>
    of
      .map(
        ({ id }, i) =>
          ` LEFT JOIN ${scratch.name('edits')} e${i} ON e${i}.row = t._id AND e${i}.col = ${literal(id)}`,
      )
      .join('');
  const inFile = (restored: readonly Column[]) =>
    table.columns
      .map((column) => {
        const at = restored.indexOf(column);
        const { id } = column;
        return `${at >= 0 ? asInFile(column, `e${at}`) : `t.${identifier(id)}`} AS ${identifier(id)}`;
      })
      .join(', ');
  // Keys stay as the user has them: the newer file's are brought to those.
  const besides = edited.filter((column) => !keyEdits.includes(column));
  await scratch.view(
    'inFile',
    `SELECT t._id, t._line, ${inFile(besides)} FROM ${scratch.name('stored')} t${joins(besides)}`,
    signal,
  );
  if (keyEdits.length > 0)
    await scratch.table(
      'keysInFile',
      `SELECT t._id, ${inFile(keyEdits)} FROM ${scratch.name('stored')} t${joins(keyEdits)}`,
      signal,
    );
  await scratch.table('newerAll', renamedKeys(scratch, table, keyEdits), signal);
  const { vintage } = columns;
  const dated = vintage
    ? await scratch.count(`${scratch.name('newerAll')} WHERE ${identifier(vintage.id)} IS NOT NULL`, signal)
    : 0;
  const told = vintage && dated > 0 ? [...columns.keys, vintage] : columns.keys;
  await findDeletedAgain(scratch, before, told, signal);
  const again = (join: 'SEMI' | 'ANTI') =>
    `SELECT n.* FROM ${scratch.name('newerAll')} n ${join} JOIN ${scratch.name('deletedAgain')} d ON d._id = n._id`;
  await scratch.view('again', again('SEMI'), signal);
  await scratch.view(
    'newer',
    deleted === 'keep' ? again('ANTI') : `SELECT * FROM ${scratch.name('newerAll')}`,
    signal,
  );
  // Several printings of one figure are told apart by their dates.
  if (gainsVintage) await mustBeOnce(project, scratch, 'stored', table, signal);
  if (dated === 0) await mustBeOnce(project, scratch, 'newer', table, signal);
  const [[last = 0] = []] = await run({ sql: `SELECT coalesce(max(_id), 0) FROM ${scratch.name('stored')}` });
  const shared = before.columns.filter(({ id, derived }) => has.has(id) && derived === undefined);
  await fillAdded(project, scratch, before, { columns, added, told, gainsVintage }, signal);
  return { columns, shared, added, told, datesInRows: dated > 0, lastRow: Number(last) };
}

/**
 * Columns that are taken anew say of the rows that are there what the newer file says of their keys. A figure is another matter: it stands in the
 * printing that said it, which is the row itself only where the file dates its rows.
 */
async function fillAdded(
  project: RefreshProject,
  scratch: Scratch,
  before: Table,
  {
    columns,
    added,
    told,
    gainsVintage,
  }: Pick<Loaded, 'columns' | 'added' | 'told'> & { gainsVintage: boolean },
  signal?: AbortSignal,
): Promise<void> {
  const isDated = told.length > columns.keys.length;
  const filled = added.filter((column) => isDated || !columns.measures.includes(column));
  if (filled.length === 0) return;
  const on = (column: Column) => (columns.measures.includes(column) ? told : columns.keys);
  const joins: string[] = [];
  const cells = added.map((column, i) => {
    const at = identifier(column.id);
    if (!filled.includes(column)) return `CAST(NULL AS ${sqlType(column.type)}) AS ${at}`;
    const keys = on(column);
    joins.push(
      ` LEFT JOIN (SELECT ${fields(keys)}, any_value(${at} ORDER BY _id DESC) AS ${at} FROM ${scratch.name('newer')} GROUP BY ${fields(keys)}) f${i} ON ${sameIn('t', `f${i}`, keys)}`,
    );
    return `f${i}.${at}`;
  });
  const { vintage } = columns;
  const own = before.columns.map(({ id }) => `t.${identifier(id)}`);
  const dates = gainsVintage && vintage ? [`CAST(NULL AS VARCHAR) AS ${identifier(vintage.id)}`] : [];
  await scratch.table(
    'filled',
    `SELECT t._id, t._line, ${[...own, ...cells, ...dates].join(', ')} FROM ${project.tableName(before.id)} t${joins.join('')}`,
    signal,
  );
  await scratch.view('stored', `SELECT * FROM ${scratch.name('filled')}`, signal);
}

/** A name of a key that was corrected by hand everywhere is corrected in the newer file as well. */
function renamedKeys(scratch: Scratch, table: Table, keys: readonly Column[]): string {
  const rows = scratch.name('raw');
  if (keys.length === 0) return `SELECT * FROM ${rows}`;
  const maps = keys.map(({ id }, i) => {
    const at = identifier(id);
    return (
      ` LEFT JOIN (SELECT f.${at} AS was, any_value(s.${at}) AS now FROM ${scratch.name('keysInFile')} f JOIN ${scratch.name('stored')} s USING (_id)` +
      ` WHERE f.${at} IS NOT NULL GROUP BY 1 HAVING count(DISTINCT s.${at}) = 1 AND count(s.${at}) = count(*)) m${i} ON m${i}.was = t.${at}`
    );
  });
  const columns = table.columns.map((column) => {
    const at = identifier(column.id);
    const i = keys.indexOf(column);
    return i >= 0 ? `coalesce(m${i}.now, t.${at}) AS ${at}` : `t.${at}`;
  });
  return `SELECT t._id, t._line, ${columns.join(', ')} FROM ${rows} t${maps.join('')} ORDER BY t._id`;
}

/** Without a key that tells figures apart nothing can be compared. Problem `refresh.no-key`, `refresh.repeated-keys`. */
async function mustBeOnce(
  { engine }: RefreshProject,
  scratch: Scratch,
  side: 'stored' | 'newer',
  table: Table,
  signal?: AbortSignal,
): Promise<void> {
  const { keys, source } = comparedColumns(table);
  const place = { table: table.title };
  if (keys.length === 0)
    throw new Problem({
      code: 'refresh.no-key',
      message: `"${table.title}" has no column that tells its figures apart.`,
      remedy: 'Give a column the role "dimension" or "time", and try again.',
      place,
    });
  const told = [...keys, ...(source ? [source] : [])];
  const repeated = await engine.rows(
    {
      sql: `SELECT ${fields(told)}, count(*) OVER () FROM ${scratch.name(side)} GROUP BY ${fields(told)} HAVING count(*) > 1 LIMIT 3`,
    },
    signal,
  );
  const count = repeated[0]?.at(-1);
  if (count === undefined) return;
  const examples = repeated.map((row) =>
    told.map(({ type }, i) => cellWords(row[i] ?? null, type)).join(', '),
  );
  throw new Problem({
    code: 'refresh.repeated-keys',
    message: `${side === 'stored' ? 'The table' : 'The file'} holds ${count} figures more than once: the newer one of each could not be told.`,
    remedy: `Give the column that tells them apart the role "dimension", or leave such rows out in the recipe. For example: ${examples.join('; ')}.`,
    place,
  });
}

function cellWords(cell: string | number | boolean | null, type: Column['type']): string {
  if (cell === null) return 'nothing';
  return type === 'period' ? periodText(Number(cell)) : String(cell);
}
