import type { Handlers } from '../../shared/contract/server.ts';
import { findById } from '../../shared/model/document.ts';
import type { Table } from '../../shared/model/table.ts';
import { buildTable, projectRows, withBuilt } from '../importing/buildTable.ts';
import { proposeKeys } from '../importing/combining/proposeKeys.ts';
import { shownText } from '../importing/shownText.ts';
import type { Bench } from './bench.ts';

type CombineCalls = Extract<keyof Handlers, `combine.${string}`>;

const PREVIEW_ROWS = 200;

/** Tables made from tables of the project. */
export function combiningHandlers(bench: Bench): Pick<Handlers, CombineCalls> {
  const { newId } = bench.options;
  return {
    async 'combine.keys'({ left, right }, { signal }) {
      const project = bench.project();
      return await proposeKeys(projectRows(project, left), projectRows(project, right), (sql) =>
        project.engine.rows({ sql }, signal),
      );
    },
    async 'combine.preview'({ tables, recipe }, { signal }) {
      const project = bench.project();
      const building = { tables, recipe, title: '', sourceRank: rankOf(bench, tables) };
      return await withBuilt(project, building, newId, signal, async (built) => {
        const rows = await project.engine.rows(
          { sql: `SELECT * FROM ${built.rows} LIMIT ${PREVIEW_ROWS}` },
          signal,
        );
        const { columns, rowCount, notes } = built;
        return {
          columns,
          rowCount,
          notes,
          rows: rows.map(([, ...cells]) =>
            columns.map((column, i) => shownText(column, cells[i] ?? null, project.document.fiscalYearStart)),
          ),
        };
      });
    },
    async 'combine.run'({ tables, recipe, title }, { signal }) {
      const project = bench.project();
      const id = newId();
      const described: Table = {
        id,
        title,
        kind: 'data',
        columns: [],
        rowCount: 0,
        sourceRank: [...rankOf(bench, tables)],
        revision: 0,
        builtFrom: { tables, recipe, builtAt: 0 },
      };
      const { path, columns, rowCount, notes } = await buildTable(project, described, newId, signal);
      const table: Table = {
        ...described,
        columns,
        rowCount,
        builtFrom: { tables, recipe, builtAt: 0, ...(notes.length > 0 && { notes }) },
      };
      await bench.editor().run('addTable', { table, rows: path }, signal);
      return { table: id, rows: rowCount };
    },
  };
}

/** The first table's trust in its sources is that of what is built on it. */
function rankOf(bench: Bench, [first]: readonly string[]): readonly string[] {
  return findById(bench.project().document.tables, first ?? '')?.sourceRank ?? [];
}
