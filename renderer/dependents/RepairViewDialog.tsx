import { useState } from 'react';
import { create } from 'zustand';
import { findById } from '../../shared/model/document.ts';
import { type Column, columnLabel, type Table } from '../../shared/model/table.ts';
import type { View } from '../../shared/model/view.ts';
import { missingColumns, replaceColumn } from '../../shared/views/replaceColumn.ts';
import { run, useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Select } from '../design/Select.tsx';
import { t } from '../i18n/index.ts';

const useRepair = create<{ view: string | null }>(() => ({ view: null }));

/** Opens the dialog on a view whose columns are gone. */
export function repairView(view: string): void {
  useRepair.setState({ view });
}

/** Another column for each that a view misses. */
export function RepairViewDialog() {
  const { view: id } = useRepair();
  const document = useProject((state) => state.document);
  const view = document && id ? findById(document.views, id) : undefined;
  const table = document && view ? findById(document.tables, view.query.table) : undefined;
  if (!view || !table || missingColumns(view, table.columns).length === 0) return null;
  return (
    <Repair key={view.id} view={view} table={table} onClose={() => useRepair.setState({ view: null })} />
  );
}

const WITHOUT = '-';

function Repair({ view, table, onClose }: { view: View; table: Table; onClose(): void }) {
  const missing = missingColumns(view, table.columns);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const isReady = missing.every((column) => chosen[column] !== undefined);
  const apply = () => {
    const query = missing.reduce((made, column) => {
      const instead = chosen[column] ?? WITHOUT;
      return replaceColumn({ query: made }, column, instead === WITHOUT ? null : instead);
    }, view.query);
    run('updateView', { view: view.id, change: { query } }).then(onClose, reportProblem);
  };
  return (
    <Dialog
      title={t('columns.repair.title', { view: view.title })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('columns.repair.cancel')}</Button>
          <Button variant="primary" onPress={apply} isDisabled={!isReady}>
            {t('columns.repair.apply')}
          </Button>
        </>
      }
    >
      <p>{t('columns.repair.text', { table: table.title })}</p>
      <div className="ColumnForm">
        {missing.map((column) => (
          <Select
            key={column}
            label={t('columns.repair.instead', { column: table.removed?.[column] ?? column })}
            items={choices(view, table, column)}
            value={chosen[column] ?? null}
            placeholder={t('columns.repair.choose')}
            onChange={(id) => setChosen({ ...chosen, [column]: id })}
          />
        ))}
      </div>
    </Dialog>
  );
}

/** A figure needs numbers; a grouping or a filter can be done without. */
function choices(view: View, table: Table, missing: string): { id: string; label: string }[] {
  const isFigure = view.query.measure.column === missing;
  const fits = ({ type }: Column) =>
    !isFigure || type === 'number' || view.query.measure.aggregate === 'count';
  const columns = table.columns.filter(fits).map((column) => ({ id: column.id, label: columnLabel(column) }));
  return isFigure ? columns : [...columns, { id: WITHOUT, label: t('columns.repair.without') }];
}
