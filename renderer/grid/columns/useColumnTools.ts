import './columns.css';
import { useEffect, useRef } from 'react';
import { columnLayout } from '../../../shared/model/columnLayout.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import { run } from '../../app/projectStore.ts';
import type { TableGrid } from '../tableGrid.ts';
import { attachHeads } from './attachHeads.ts';
import { moveColumnsTo } from './columnActions.ts';
import { columnCommands } from './columnCommands.ts';
import { openColumnDialog } from './columnDialogs.ts';
import { fitColumns } from './fitColumns.ts';

/** Commands and pointer over the columns of an open table. */
export function useColumnTools(grid: TableGrid | null, table: Table, report: (error: unknown) => void): void {
  const now = useRef({ table, report });
  now.current = { table, report };
  useEffect(() => {
    if (!grid) return;
    const act = (work: (table: Table, named: (ids: readonly string[]) => Column[]) => Promise<unknown>) => {
      const { table: of, report: say } = now.current;
      work(of, (ids) => of.columns.filter(({ id }) => ids.includes(id))).catch(say);
    };
    return attachHeads(grid, {
      move: (ids, before) => act((of, named) => moveColumnsTo(of, named(ids), before)),
      resize: (ids, width) =>
        act((of) => {
          const widths = { ...columnLayout(of).widths, ...Object.fromEntries(ids.map((id) => [id, width])) };
          return run('layOutColumns', { table: of.id, change: { widths } });
        }),
      fit: (ids) => act((of, named) => fitColumns(grid, of, named(ids))),
    });
  }, [grid]);
  useEffect(() => (grid ? columnCommands(grid, table) : undefined), [grid, table]);
  // A dialog over a table that was left stays behind.
  useEffect(() => () => openColumnDialog(null), []);
}
