import type { Handlers } from '../../shared/contract/server.ts';
import { computedColumns } from '../../shared/formulas/computedColumns.ts';
import { formulaColumns } from '../../shared/formulas/formula.ts';
import { formulaColumn } from '../../shared/formulas/formulaColumn.ts';
import { parseFormula } from '../../shared/formulas/parseFormula.ts';
import type { Document } from '../../shared/model/document.ts';
import type { Column, Table } from '../../shared/model/table.ts';
import { formulaOfColumn } from '../editing/formulaOfColumn.ts';
import { identifier } from '../engine/engine.ts';
import { compileColumn } from '../project/computed/compileColumn.ts';
import { type QueryProject, tableOf } from './runQuery.ts';

const ROWS_SHOWN = 6;
const MADE = '_made';

export function formulasHandlers(bench: { project(): QueryProject }): Pick<Handlers, 'formulas.try'> {
  return {
    async 'formulas.try'({ table: id, column, formula: text }, { signal }) {
      const { document, engine } = bench.project();
      const table = tableOf(document, id);
      const made = formulaOfColumn(document, table, text);
      const formula = parseFormula(made.formula ?? text);
      if (column !== undefined) computedColumns(withFormula(document, table, column, made));
      const used = formulaColumns(formula).map((name) => formulaColumn(table, { name, at: 0 }));
      const uses = [...new Map(used.map((one) => [one.id, one])).values()];
      const { value, from } = compileColumn(document, table, formula);
      const shown = uses.map((one) => `t.${identifier(one.id)}`);
      const periods = new Set(uses.filter(({ type }) => type === 'period').map((one) => one.id));
      if (made.type === 'period') periods.add(MADE);
      const vectors = await engine.columns(
        {
          sql: `SELECT * EXCLUDE (_id) FROM (SELECT ${['t._id', ...shown, `${value} AS ${MADE}`].join(', ')} FROM ${from}) ORDER BY ${MADE} IS NULL, _id LIMIT ${ROWS_SHOWN}`,
        },
        periods,
        signal,
      );
      const values = vectors.get(MADE);
      vectors.delete(MADE);
      const { type, unit, nature } = made;
      return {
        type,
        ...(unit !== undefined && { unit }),
        ...(nature !== undefined && { nature }),
        uses: uses.map((one) => one.id),
        columns: Object.fromEntries(vectors),
        ...(values && { values }),
      };
    },
  };
}

/** The project as it would be: circles show only there. */
function withFormula(document: Document, table: Table, id: string, made: Partial<Column>): Document {
  const columns = table.columns.map((column) => (column.id === id ? { ...column, ...made } : column));
  return {
    ...document,
    tables: document.tables.map((one) => (one.id === table.id ? { ...table, columns } : one)),
  };
}
