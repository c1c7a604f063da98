import type { ColumnReference, Formula, FormulaCall } from '../../../shared/formulas/formula.ts';
import { formulaColumn, formulaTable } from '../../../shared/formulas/formulaColumn.ts';
import { formulaProblem } from '../../../shared/formulas/formulaProblem.ts';
import type { Document } from '../../../shared/model/document.ts';
import { type Column, columnLabel, type Table } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import {
  asNumber,
  type FormulaNames,
  type FormulaSql,
  formulaSql,
} from '../../engine/formulas/formulaSql.ts';

/** The rows that a formula is worked out over: its own table as `t`, joined with what its functions look into. */
export interface Surroundings {
  readonly document: Document;
  readonly table: Table;
  /** LEFT JOINs that add columns and never rows. */
  readonly joins: string[];
}

/** A function that looks beyond its row. Missing, or not one, is missing: two rows of one key have no "previous". */
export function tableFunction(call: FormulaCall, names: FormulaNames, around: Surroundings): FormulaSql {
  // Within such a function stands what can be worked out of one row.
  const { beyondRow: _, ...rowNames } = names;
  switch (call.name) {
    case 'TOTAL':
      return { sql: total(call, rowNames, around), type: 'number' };
    case 'SHARE': {
      const [part] = valuesOf(call);
      const own = asNumber(formulaSql(part, rowNames), part, rowNames);
      return { sql: `(${own} / nullif(${total(call, rowNames, around)}, 0))`, type: 'number' };
    }
    case 'PREVIOUS':
      return before(call, '_time - (_time % 1000) * 1000', rowNames, around);
    case 'YEARAGO':
      return before(call, '_time - 12000', rowNames, around);
    default:
      return lookUp(call, names, around);
  }
}

/**
 * The sum over the rows with the same values of the named columns; without any, of the same period, vintage, source, definition and unit.
 * Codes that stand for others (groups, parents) are left out, so that nothing counts twice.
 */
function total(call: FormulaCall, names: FormulaNames, { table, joins }: Surroundings): string {
  const [part, ...by] = valuesOf(call);
  const value = asNumber(formulaSql(part, names), part, names);
  const columns =
    by.length > 0
      ? by.map((one) => formulaColumn(table, ownColumn(one, call)))
      : table.columns.filter(({ role }) =>
          ['time', 'vintage', 'source', 'definition', 'unit'].includes(role),
        );
  const apart = table.columns.flatMap(({ id, groups = [], parents = {} }) => {
    const codes = [...new Set([...groups, ...Object.values(parents)])];
    if (codes.length === 0 || columns.some((column) => column.id === id)) return [];
    return [`coalesce(${identifier(id)} NOT IN (${codes.map(literal).join(', ')}), true)`];
  });
  const kept = apart.length > 0 ? ` WHERE ${apart.join(' AND ')}` : '';
  // A join with the sums: a window function takes several times as long at millions of rows.
  const alias = `_j${joins.length}`;
  const keys = columns.map(({ id }, i) => ({ id: identifier(id), name: `${alias}_k${i}` }));
  const made = [...keys.map(({ id, name }) => `${id} AS ${name}`), `sum(${value}) AS ${alias}_v`];
  const group = keys.length > 0 ? ` GROUP BY ${keys.map(({ id }) => id).join(', ')}` : '';
  const on = keys.map(({ id, name }) => `${alias}.${name} IS NOT DISTINCT FROM t.${id}`);
  joins.push(
    `LEFT JOIN (SELECT ${made.join(', ')} FROM ${identifier(table.id)}${kept}${group}) ${alias} ON ${on.join(' AND ') || 'true'}`,
  );
  return `${alias}_v`;
}

/**
 * The value of the same key (dimensions, definition, unit) at another time; `when` is worked out of the row's own `_time`.
 * Where figures were printed several times, it is the newest printing that was out when the row's own was: what was known then.
 */
function before(call: FormulaCall, when: string, names: FormulaNames, around: Surroundings): FormulaSql {
  const { table, joins } = around;
  const [part] = valuesOf(call);
  const time = onlyTime(call, table);
  const { sql, type } = formulaSql(part, names);
  const keys = table.columns.filter(
    ({ role, derived }) => derived === undefined && ['dimension', 'definition', 'unit'].includes(role),
  );
  const vintage = table.columns.find(({ role }) => role === 'vintage');
  const alias = `_j${joins.length}`;
  // Rows that have no definition or vintage are of one key as well; ASOF joins know no IS NOT DISTINCT FROM.
  const parts = [...keys, ...(vintage ? [vintage] : [])].map((column, i) => {
    const text = `coalesce(CAST(${identifier(column.id)} AS VARCHAR), '')`;
    return { text, name: `${alias}_k${i}`, isVintage: column === vintage };
  });
  const made = [
    ...parts.map(({ text, name }) => `${text} AS ${name}`),
    `${identifier(time.id)} AS ${alias}_t`,
    `any_value(${sql}) AS ${alias}_v`,
    `count(*) AS ${alias}_n`,
  ];
  const on = [
    ...parts.map(({ text, name, isVintage }) => `${text} ${isVintage ? '>=' : '='} ${alias}.${name}`),
    `${when.replaceAll('_time', `t.${identifier(time.id)}`)} = ${alias}.${alias}_t`,
  ];
  joins.push(
    `${vintage ? 'ASOF ' : ''}LEFT JOIN (SELECT ${made.join(', ')} FROM ${identifier(table.id)} GROUP BY ALL) ${alias} ON ${on.join(' AND ')}`,
  );
  return { sql: `(CASE WHEN ${alias}_n = 1 THEN ${alias}_v END)`, type };
}

function onlyTime(call: FormulaCall, table: Table): Column {
  const times = table.columns.filter(({ role, type }) => role === 'time' && type === 'period');
  const [time, second] = times;
  if (time && !second) return time;
  throw formulaProblem(
    'types',
    time
      ? `"${table.title}" has several columns of periods: ${times.map(columnLabel).join(', ')}.`
      : `"${table.title}" has no column of periods.`,
    `Give one column of periods the role time: ${call.name} goes by it.`,
    call.at,
  );
}

/** LOOKUP(value, [Table].[key], [Table].[result], value, [Table].[key] ...): a key that stands there with several results gives nothing. */
function lookUp(call: FormulaCall, names: FormulaNames, { document, joins }: Surroundings): FormulaSql {
  const [value, key, result, ...more] = valuesOf(call);
  const target = columnElsewhere(result, call);
  const table = formulaTable(document, target.table, target.at);
  const asked: [Formula, Formula][] = [[value, key], ...chunks(more, call)];
  const pairs = asked.map(([own, there]) => {
    const reference = columnElsewhere(there, call);
    if (formulaTable(document, reference.table, reference.at).id !== table.id)
      throw formulaProblem(
        'types',
        'A lookup goes into one table.',
        `Take the key from [${target.table}] as well.`,
        reference.at,
      );
    return { own: formulaSql(own, names), there: formulaColumn(table, reference), at: own.at };
  });
  for (const { own, there, at } of pairs) {
    if (own.type === plainType(there)) continue;
    throw formulaProblem(
      'types',
      `A ${own.type} is looked up among the ${plainType(there)}s of "${columnLabel(there)}".`,
      'Look it up in a column of its own type.',
      at,
    );
  }
  const alias = `_j${joins.length}`;
  const found = formulaColumn(table, target);
  const id = identifier(found.id);
  joins.push(
    `LEFT JOIN (SELECT ${pairs.map(({ there }, i) => `${identifier(there.id)} AS ${alias}_k${i}, `).join('')}CASE WHEN min(${id}) = max(${id}) THEN min(${id}) END AS ${alias}_v FROM ${identifier(table.id)} GROUP BY ${pairs.map(({ there }) => identifier(there.id)).join(', ')}) ${alias}` +
      ` ON ${pairs.map(({ own }, i) => `${alias}.${alias}_k${i} = ${own.sql}`).join(' AND ')}`,
  );
  return { sql: `${alias}_v`, type: plainType(found) };
}

function plainType({ type }: Column): FormulaSql['type'] {
  return type === 'category' ? 'text' : type;
}

/** The parser has counted them. */
function valuesOf(call: FormulaCall): [Formula, Formula, Formula, ...Formula[]] {
  return call.of as [Formula, Formula, Formula, ...Formula[]];
}

function chunks(more: readonly Formula[], call: FormulaCall): [Formula, Formula][] {
  const pairs: [Formula, Formula][] = [];
  for (let i = 0; i < more.length; i += 2) {
    const [own, there] = more.slice(i, i + 2);
    if (!own || !there)
      throw formulaProblem(
        'syntax',
        'A value has no key to be looked up in.',
        'After the result come pairs: a value, and the column of the other table that holds it.',
        call.at,
      );
    pairs.push([own, there]);
  }
  return pairs;
}

function ownColumn(part: Formula, call: FormulaCall): ColumnReference {
  if (part.kind === 'column' && part.table === undefined) return part;
  throw formulaProblem(
    'types',
    `${call.name} goes by columns of its own table.`,
    'Name a [column] there.',
    part.at,
  );
}

function columnElsewhere(part: Formula, call: FormulaCall): ColumnReference & { table: string } {
  const { table } = part.kind === 'column' ? part : {};
  if (part.kind === 'column' && table !== undefined) return { ...part, table };
  throw formulaProblem(
    'types',
    `${call.name} looks into a column of another table.`,
    'Write it as [Table].[Column].',
    part.at,
  );
}
