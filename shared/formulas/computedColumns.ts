import { Problem } from '../contract/problem.ts';
import type { Document } from '../model/document.ts';
import { type Column, columnLabel, type Table } from '../model/table.ts';
import { type Formula, formulaColumns } from './formula.ts';
import { formulaColumn, lookedInto } from './formulaColumn.ts';
import { parseFormula } from './parseFormula.ts';

/** A column that a formula makes, with everything that it is made of. */
export interface ComputedColumn {
  readonly table: Table;
  readonly column: Column;
  readonly formula: Formula;
  readonly uses: readonly { readonly table: Table; readonly column: Column }[];
}

/** The computed columns of a project, each after those that it is made of. Problems of their formulas, and `formula.cycle`. */
export function computedColumns(document: Document): ComputedColumn[] {
  const all = new Map<string, ComputedColumn>();
  for (const table of document.tables) {
    for (const column of table.columns) {
      if (column.formula !== undefined)
        all.set(key(table, column), read(document, table, column, column.formula));
    }
  }
  const ordered: ComputedColumn[] = [];
  const done = new Set<string>();
  const path: ComputedColumn[] = [];
  const visit = (one: ComputedColumn) => {
    const own = key(one.table, one.column);
    if (done.has(own)) return;
    if (path.includes(one)) throw cycle(path.slice(path.indexOf(one)));
    path.push(one);
    for (const used of one.uses) {
      const next = all.get(key(used.table, used.column));
      if (next) visit(next);
    }
    path.pop();
    done.add(own);
    ordered.push(one);
  };
  for (const one of all.values()) visit(one);
  return ordered;
}

function read(document: Document, table: Table, column: Column, text: string): ComputedColumn {
  try {
    const formula = parseFormula(text);
    const own = formulaColumns(formula).map((name) => ({
      table,
      column: formulaColumn(table, { name, at: 0 }),
    }));
    return { table, column, formula, uses: [...own, ...lookedInto(document, formula)] };
  } catch (error) {
    throw ofColumn(error, table, column);
  }
}

/** The same problem, told of its column. */
export function ofColumn(error: unknown, table: Table, column: Column): unknown {
  if (!(error instanceof Problem)) return error;
  const { message, remedy, details, code } = error;
  return new Problem({
    code,
    message: `The formula of "${columnLabel(column)}" cannot be worked out. ${message}`,
    ...(remedy !== undefined && { remedy }),
    ...(details && { details }),
    place: { table: table.title, column: columnLabel(column) },
  });
}

function cycle(path: readonly ComputedColumn[]): Problem {
  const names = path.map(({ column }) => `"${columnLabel(column)}"`);
  const [first] = path;
  return new Problem({
    code: 'formula.cycle',
    message:
      names.length === 1
        ? `${names[0]} would be worked out of itself.`
        : `${names.join(', ')} would be worked out of each other.`,
    remedy: 'Take one of them out of the formula of another.',
    ...(first && { place: { table: first.table.title, column: columnLabel(first.column) } }),
  });
}

function key(table: Table, column: Column): string {
  return `${table.id} ${column.id}`;
}
