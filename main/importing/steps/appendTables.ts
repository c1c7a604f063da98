import type { Column } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { columnNote, roleNote, typeNote } from './appendNotes.ts';
import { repeatedKeys } from './appendRepeats.ts';
import { reconcileUnits, unitOf } from './appendUnits.ts';
import { projectTable } from './projectTable.ts';
import { counted, defineStep, type ProjectRows } from './step.ts';
import { storedState } from './storedState.ts';
import { type UnionColumn, unionColumns } from './unionColumns.ts';
import { commonType, inType } from './unionTypes.ts';

/** The rows of the tables one under the other, in their order. What only some tables have, and what had to be reconciled, are notes. */
export const appendTables = defineStep({
  step: 'appendTables',
  async apply(_state, step, context) {
    const parts = step.tables.map((id) => projectTable(context, id));
    const titles = uniqueTitles(parts);
    const union = unionColumns(parts.map(({ table }) => table));
    const ids = new Set<string>();
    const made: { column: Column; of: UnionColumn }[] = [];
    for (const of of union) {
      const column = await unionColumn(of, parts, ids, context);
      made.push({ column, of });
    }
    keepRolesSingle(made.map(({ column }) => column));
    const units = reconcileUnits(made, parts, ids, context);
    const label = step.tableColumn === undefined ? undefined : tableColumn(step.tableColumn, made, ids);

    const selects = parts.map((part, at) => {
      const fields = made.map(({ column, of }) => {
        const from = of.from[at];
        const id = identifier(column.id);
        const cell = from ? inType(from, column.type) : `CAST(NULL AS ${sqlTypes[column.type]})`;
        const unit = column === units.into ? unitOf(made, at) : undefined;
        return unit === undefined ? `${cell} AS ${id}` : `coalesce(${cell}, ${literal(unit)}) AS ${id}`;
      });
      if (units.added) fields.push(`${textOrNull(unitOf(made, at))} AS ${identifier(units.added.id)}`);
      if (label) fields.push(`${literal(titles[at] ?? '')} AS ${identifier(label.id)}`);
      return `SELECT _line, ${fields.join(', ')} FROM (${part.sql})`;
    });
    const columns = [
      ...made.map(({ column }) => column),
      ...(units.added ? [units.added] : []),
      ...(label ? [label] : []),
    ];
    const state = await storedState({ sql: selects.join(' UNION ALL '), columns }, context);
    for (const note of [columnNote(union, parts), roleNote(union, parts), typeNote(made, parts)])
      if (note) context.note(note);
    const repeats = await repeatedKeys(state, label, parts, context);
    if (repeats) context.note(repeats);
    const [[rows = 0] = []] = await context.rows(`SELECT count(*) FROM (${state.sql})`);
    return {
      ...state,
      words: {
        title: 'Append',
        words: parts.map(({ table }) => table.title).join(', '),
        count: counted(Number(rows), 'row'),
      },
    };
  },
});

const sqlTypes = {
  number: 'DOUBLE',
  period: 'INTEGER',
  boolean: 'BOOLEAN',
  category: 'VARCHAR',
  text: 'VARCHAR',
};

function textOrNull(text: string | undefined): string {
  return text === undefined ? 'CAST(NULL AS VARCHAR)' : literal(text);
}

/** The column as the first table that has it describes it, with what the others know of its codes. */
async function unionColumn(
  of: UnionColumn,
  parts: readonly ProjectRows[],
  ids: Set<string>,
  context: Parameters<typeof commonType>[2],
): Promise<Column> {
  const known = of.from.filter((column) => column !== undefined);
  const [first] = known;
  if (!first) throw new Error('a column of the union that no table has');
  const type = await commonType(of, parts, context);
  const id = columnId(first.name, ids);
  ids.add(id);
  const labels = Object.assign({}, ...known.toReversed().map((column) => column.labels));
  const parents = Object.assign({}, ...known.toReversed().map((column) => column.parents));
  const written = Object.assign({}, ...known.toReversed().map((column) => column.written));
  const order = [...new Set(known.flatMap((column) => column.order ?? []))];
  const groups = [...new Set(known.flatMap((column) => column.groups ?? []))];
  const decimals = Math.max(...known.map(({ format }) => format?.decimals ?? -1));
  const { labels: _l, parents: _p, order: _o, nature: _n, derived, spelling, ...rest } = first;
  return {
    ...rest,
    id,
    type,
    ...(type !== 'number' && first.role === 'measure' && { role: 'note' as const }),
    ...(nature(known) && type === 'number' && { nature: nature(known) }),
    ...(derived !== undefined && known.every((column) => column.derived) && { derived }),
    ...(spelling && type === 'period' && { spelling }),
    ...(first.format && decimals >= 0 && { format: { ...first.format, decimals } }),
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(Object.keys(parents).length > 0 && { parents }),
    ...(Object.keys(written).length > 0 && { written }),
    ...(order.length > 0 && { order }),
    ...(groups.length > 0 && { groups }),
  };
}

/** Where the tables do not agree whether a figure adds up, it does not. */
function nature(known: readonly Column[]): Column['nature'] {
  const natures = new Set(known.map((column) => column.nature));
  return natures.size > 1 ? 'rate' : known[0]?.nature;
}

/** A table has one time, one source ...: a second column of such a role is kept as a remark. */
function keepRolesSingle(columns: readonly Column[]): void {
  const taken = new Set<string>();
  for (const column of columns) {
    if (['dimension', 'measure', 'note'].includes(column.role)) continue;
    if (taken.has(column.role)) column.role = 'note';
    taken.add(column.role);
  }
}

function tableColumn(wanted: string, made: readonly { column: Column }[], ids: Set<string>): Column {
  const names = new Set(made.map(({ column }) => column.name.toLowerCase()));
  let name = wanted;
  for (let n = 2; names.has(name.toLowerCase()); n++) name = `${wanted} ${n}`;
  const id = columnId(name, ids);
  ids.add(id);
  return { id, name, type: 'category', role: 'dimension', derived: 'the title of the table of each row' };
}

function uniqueTitles(parts: readonly ProjectRows[]): string[] {
  const taken = new Set<string>();
  return parts.map(({ table: { title } }) => {
    let own = title;
    for (let n = 2; taken.has(own); n++) own = `${title} (${n})`;
    taken.add(own);
    return own;
  });
}
