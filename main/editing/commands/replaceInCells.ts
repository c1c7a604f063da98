import { current } from 'immer';
import { Problem } from '../../../shared/contract/problem.ts';
import { name, sql, trusted, value, where } from '../../../shared/views/sql.ts';
import { sqlType } from '../../project/sqlType.ts';
import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';
import type { ChangedCell } from '../rememberEdits.ts';
import { planReplace } from '../replacing/planReplace.ts';
import { rowScope } from '../replacing/replacedTexts.ts';
import { writeCells } from '../writeCells.ts';

/** Replaces text in every cell that shows it, as one step; cells that would not fit their column keep what they hold. */
export const replaceInCells = defineCommand({
  name: 'replaceInCells',
  async apply({ document, rows }, args) {
    const draft = findTable(document, args.table);
    const engineTable = rows.tableName(draft.id);
    const plan = await planReplace(rows.query, current(draft), engineTable, args, document.fiscalYearStart);
    const cells: ChangedCell[] = [];
    for (const { column, changes } of plan.columns) {
      if (changes.length === 0) continue;
      const at = name(column.id);
      const type = sqlType(column.type);
      const list = sql`SELECT unnest(from_json(${value(JSON.stringify(changes.map(({ from }, i) => ({ was: from, i }))))}, ${value(JSON.stringify([{ was: type, i: 'INTEGER' }]))}), recursive := true)`;
      const found = await rows.query(
        sql`SELECT t._id, l.i FROM (SELECT _id, ${at} FROM ${trusted(engineTable)}${where(rowScope(args.rows))}) t JOIN (${list}) l ON l.was = t.${at} ORDER BY 1`,
      );
      for (const [row, i] of found)
        cells.push({ row: Number(row), column, value: changes[Number(i)]?.to ?? null });
    }
    if (cells.length === 0) {
      throw new Problem({
        code: 'replace.nothing',
        message:
          plan.outcome.misfits.cells > 0
            ? 'What the cells would say does not fit their columns.'
            : 'No cell changes by this.',
        place: { table: draft.title },
      });
    }
    await writeCells(rows, draft, cells);
    return { label: cells.length === 1 ? 'Replace in a cell' : `Replace in ${cells.length} cells` };
  },
});
