import { type Formula, looksBeyondRow } from '../../../shared/formulas/formula.ts';
import { formulaColumn } from '../../../shared/formulas/formulaColumn.ts';
import { formulaProblem } from '../../../shared/formulas/formulaProblem.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { Table } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { type FormulaSql, formulaSql } from '../../engine/formulas/formulaSql.ts';
import { tableFunction } from './tableFunctions.ts';

export interface CompiledColumn {
  type: FormulaSql['type'];
  /** Of each row; names columns of the table, and of `joins`. */
  value: string;
  /** What stands after FROM: the table as `t`. */
  from: string;
  /** Whether other rows and tables count: then a changed row may change the column elsewhere. */
  beyondRow: boolean;
}

/** A formula over the rows of a table, as SQL. Problems `formula.unknown` and `formula.types`, with the place in `details.at`. */
export function compileColumn(document: Document, table: Table, formula: Formula): CompiledColumn {
  const joins: string[] = [];
  const made = formulaSql(formula, {
    column(reference) {
      if (reference.table === undefined) return formulaColumn(table, reference);
      throw formulaProblem(
        'types',
        `[${reference.table}].[${reference.name}] has many rows.`,
        'Say which: LOOKUP([key here], [Table].[key], [Table].[column]).',
        reference.at,
      );
    },
    beyondRow: (call, names) => tableFunction(call, names, { document, table, joins }),
    fiscalYearStart: document.fiscalYearStart,
  });
  return {
    type: made.type,
    value: made.type === 'number' ? finite(made.sql) : made.sql,
    from: [`${identifier(table.id)} t`, ...joins].join(' '),
    beyondRow: looksBeyondRow(formula),
  };
}

/** What is no number is missing. */
function finite(sql: string): string {
  return ['NaN', 'inf', '-inf'].reduce((of, odd) => `nullif(${of}, CAST('${odd}' AS DOUBLE))`, sql);
}
