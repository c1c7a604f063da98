import { Problem } from '../../../shared/contract/problem.ts';
import { type Column, columnLabel, type Table } from '../../../shared/model/table.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { hasVintages } from '../../../shared/views/vintageSql.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { type KeyPair, keyPair } from './lookupKeys.ts';
import { keyText, type MatchedTables, matchNotes } from './matchNotes.ts';
import { onePrinting } from './onePrinting.ts';
import { projectTable } from './projectTable.ts';
import { columnNamed, counted, defineStep, type StepContext, type StepOf, type TableState } from './step.ts';
import { storedState } from './storedState.ts';

/** Roles of which a table has one: what is brought would take the place of the table's own. */
const OWN_ROLES: readonly Column['role'][] = ['vintage', 'source', 'definition', 'unit', 'status'];

/** A left join: every row stays, in its order. What matched, and what did not on either side, are notes. */
export const lookup = defineStep({
  step: 'lookup',
  async apply(state, step, context) {
    const right = projectTable(context, step.table);
    const pairs = step.keys.map((key) =>
      keyPair(columnNamed(state, key.left, 'lookup'), columnOf(right.table, key.right), step.loose),
    );
    const tables = await prepare(state, step, right, pairs, context);
    await refuseRepeats(tables, right.table, step.vintage, context);
    for (const note of await matchNotes(tables, step.loose, context)) context.note(note);

    const brought = broughtColumns(state, step, right.table);
    await keepFromAdding(brought, tables, context);
    const fields = [
      'l._line',
      ...state.columns.map(({ id }) => `l.${identifier(id)}`),
      ...brought.map(
        ({ from, names, column }) => `r.${names ?? identifier(from.id)} AS ${identifier(column.id)}`,
      ),
    ];
    const made = await storedState(
      {
        sql: `SELECT ${fields.join(', ')} FROM ${tables.left} l LEFT JOIN ${tables.right} r ON ${tables.on} ORDER BY l._at`,
        columns: [...state.columns, ...brought.map(({ column }) => column)],
      },
      context,
    );
    return {
      ...made,
      words: {
        title: 'Look up',
        words: `${brought.map(({ from }) => columnLabel(from)).join(', ')} from ${right.table.title}`,
        count: counted(brought.length, 'column'),
      },
    };
  },
});

/** Both sides with their keys beside them as `_k0`, `_k1`, ...; the left in its order by `_at`. */
async function prepare(
  state: TableState,
  step: StepOf<'lookup'>,
  right: { table: Table; sql: string },
  pairs: readonly KeyPair[],
  context: StepContext,
): Promise<MatchedTables> {
  const [left, other] = [context.helperTable(), context.helperTable()];
  const keys = (side: 'leftSql' | 'rightSql') => pairs.map((pair, i) => `${pair[side]} AS _k${i}`).join(', ');
  await context.run(
    `CREATE TABLE ${left} AS SELECT t.*, row_number() OVER () AS _at, ${keys('leftSql')} FROM (${state.sql}) t`,
  );
  const rows = step.vintage
    ? onePrinting(right.sql, right.table.columns, right.table.sourceRank, step.vintage)
    : right.sql;
  const named: string[] = [];
  const joins: string[] = [];
  for (const [i, { right: key }] of pairs.entries()) {
    if (!key.labels) continue;
    const map = await namesOf(key.labels, context);
    named.push(`, m${i}.shown AS _n${i}`);
    joins.push(`LEFT JOIN ${map} m${i} ON m${i}.code = t.${identifier(key.id)}`);
  }
  await context.run(
    `CREATE TABLE ${other} AS SELECT t.*, ${keys('rightSql')}${named.join('')} FROM (${rows}) t ${joins.join(' ')}`,
  );
  return {
    left,
    right: other,
    leftTitle: context.fileName,
    rightTitle: right.table.title,
    pairs,
    on: pairs.map((_, i) => `l._k${i} = r._k${i}`).join(' AND '),
  };
}

/** The display names of codes as a table: a key can be brought by its names. */
async function namesOf(labels: Record<string, string>, context: StepContext): Promise<string> {
  const map = context.helperTable();
  await context.run(`CREATE TABLE ${map} (code VARCHAR, shown VARCHAR)`);
  const pairs = Object.entries(labels).map(([code, shown]) => `(${literal(code)}, ${literal(shown)})`);
  for (let from = 0; from < pairs.length; from += 1000)
    await context.run(`INSERT INTO ${map} VALUES ${pairs.slice(from, from + 1000).join(', ')}`);
  return map;
}

async function refuseRepeats(
  { right, pairs }: MatchedTables,
  table: Table,
  vintage: StepOf<'lookup'>['vintage'],
  context: StepContext,
): Promise<void> {
  const keys = pairs.map((_, i) => `_k${i}`);
  const shown = pairs.map((pair) => `min(${identifier(pair.right.id)})`);
  const repeated = await context.rows(
    `SELECT count(*), count(*) OVER (), ${shown.join(', ')} FROM ${right} WHERE ${keys.map((key) => `${key} IS NOT NULL`).join(' AND ')} GROUP BY ${keys.join(', ')} HAVING count(*) > 1 ORDER BY 1 DESC, ${keys.join(', ')} LIMIT 100`,
  );
  if (repeated.length === 0) return;
  const texts = repeated.map(
    ([rows, , ...cells]) =>
      `${keyText(
        pairs.map((pair) => pair.right),
        cells,
        context,
      )} (${counted(Number(rows), 'row')})`,
  );
  const all = Number(repeated[0]?.[1]);
  throw new Problem({
    code: 'combine.keys-repeat',
    message: `"${table.title}" holds ${counted(all, 'key')} more than once: ${texts.slice(0, 5).join(', ')}${all > 5 ? ' and more' : ''}. Which row is meant cannot be told.`,
    remedy:
      vintage === undefined && hasVintages(table)
        ? 'Take one release of each figure first, or add a key column.'
        : 'Add a key column that tells them apart, or aggregate that table first.',
    place: { table: table.title, column: pairs[0]?.right.name ?? '' },
    details: { keys: texts, count: all },
  });
}

interface Brought {
  from: Column;
  /** Where the display names of a key are brought, not its codes. */
  names: string | undefined;
  column: Column;
}

function broughtColumns(state: TableState, step: StepOf<'lookup'>, table: Table): Brought[] {
  const ids = new Set(state.columns.map(({ id }) => id.toLowerCase()));
  const names = new Set(state.columns.map(({ name }) => name.toLowerCase()));
  const keys = step.keys.map(({ left }) => columnLabel(columnNamed(state, left, 'lookup'))).join(', ');
  return step.columns.map(({ column: id, name: wanted }) => {
    const from = columnOf(table, id);
    const key = from.labels ? step.keys.findIndex(({ right }) => right === id) : -1;
    const plain = wanted ?? (key < 0 ? from.name : `${from.name} name`);
    let name = plain;
    if (names.has(name.toLowerCase())) name = `${name} (${table.title})`;
    for (let n = 2; names.has(name.toLowerCase()); n++) name = `${plain} (${table.title} ${n})`;
    names.add(name.toLowerCase());
    const own = columnId(name, ids);
    ids.add(own);
    const { label: _, ...rest } = key < 0 ? from : withoutCodes(from);
    const label = name === from.name ? from.label : undefined;
    return {
      from,
      names: key < 0 ? undefined : `_n${key}`,
      column: {
        ...rest,
        id: own,
        name,
        ...(label !== undefined && { label }),
        role: broughtRole(from, state),
        derived: `looked up in "${table.title}" by ${keys}`,
      },
    };
  });
}

function withoutCodes({
  labels: _l,
  order: _o,
  parents: _p,
  concept: _c,
  written: _w,
  ...rest
}: Column): Column {
  return rest;
}

function broughtRole({ role }: Column, state: TableState): Column['role'] {
  if (OWN_ROLES.includes(role)) return 'note';
  return role === 'time' && state.columns.some((column) => column.role === 'time') ? 'note' : role;
}

/** A figure that comes to stand on several rows must never be added up over them: it becomes one that views average, and that is told. */
async function keepFromAdding(
  brought: Brought[],
  { left, right, rightTitle, pairs, on }: MatchedTables,
  context: StepContext,
): Promise<void> {
  const figures = brought.filter(({ from }) => from.role === 'measure' && from.nature !== 'rate');
  if (figures.length === 0) return;
  const keys = pairs.map((_, i) => `l._k${i}`).join(', ');
  const [[most = 0] = []] = await context.rows(
    `SELECT max(n) FROM (SELECT count(*) AS n FROM ${left} l JOIN ${right} r ON ${on} GROUP BY ${keys})`,
  );
  if (Number(most ?? 0) <= 1) return;
  for (const { column } of figures) column.nature = 'rate';
  const names = figures.map(({ from }) => `"${columnLabel(from)}"`).join(', ');
  context.note({
    code: 'combine.repeated-figures',
    weight: 'note',
    title: 'Figures that stand on several rows',
    text: `${names} of "${rightTitle}" come to stand on up to ${most} rows each. A sum would count them again and again, so they are kept as figures that are not added up.`,
    count: figures.length,
    place: { table: rightTitle },
  });
}
