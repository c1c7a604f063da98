import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { columnLabel } from '../../shared/model/table.ts';
import { t } from '../i18n/index.ts';
import { activeCell } from './cellRange.ts';
import { openFormulaDialog } from './formula/formulaDialog.ts';
import { rowName } from './rowName.ts';
import type { TableGrid } from './tableGrid.ts';

/** The active cell by name, and its value in full, to be read and edited. */
export function FormulaBar({ grid, table }: { grid: TableGrid; table: string }) {
  const range = useStore(grid.store, (state) => state.range);
  const loads = useStore(grid.store, (state) => state.loads);
  const refusal = useStore(grid.store, (state) => state.refusal);
  const cell = range ? activeCell(range) : null;
  const column = cell ? grid.column(cell.column) : undefined;
  const row = cell ? grid.cache.row(cell.row) : undefined;
  const value = row && column ? grid.actions.exactText(row.value(column.id), column) : '';
  const [draft, setDraft] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell, or new rows, replace what stands here
  useEffect(() => setDraft(value), [value, cell?.row, cell?.column, loads, refusal]);

  if (!cell || !column) return <div className="FormulaBar is-empty" />;
  // One line cannot hold several: they are edited in the cell.
  const isEditable = !column.derived && !grid.actions.readOnly && row !== undefined && !value.includes('\n');
  return (
    <div className="FormulaBar">
      <span className="ref">
        {t('grid.cellAddress', { row: rowName(grid, cell.row), column: columnLabel(column) })}
      </span>
      <input
        className="val"
        aria-label={t('grid.formula')}
        value={draft}
        placeholder={row ? t('grid.formulaEmpty') : ''}
        readOnly={!isEditable}
        spellCheck={false}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => setDraft(value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') setDraft(value);
          if (event.key === 'Enter' && isEditable) void grid.edit(cell, draft);
          if (event.key === 'Escape' || event.key === 'Enter') {
            event.preventDefault();
            grid.api.setFocusedCell(cell.row, column.id);
          }
        }}
      />
      {column.derived && column.formula === undefined && <span className="was">{t('grid.derived')}</span>}
      {column.formula !== undefined && (
        <button
          type="button"
          className="formulaText"
          disabled={grid.actions.readOnly}
          title={t('formula.change')}
          aria-label={t('formula.edit', { formula: column.formula })}
          onClick={() => openFormulaDialog({ table, column: column.id })}
        >
          = {column.formula}
        </button>
      )}
    </div>
  );
}
