import { useStore } from 'zustand';
import { Button } from '../design/Button.tsx';
import { Message } from '../design/Message.tsx';
import { t } from '../i18n/index.ts';
import type { TableGrid } from './tableGrid.ts';

/** Why what was typed was not taken, that the old value stands, and the two ways on. */
export function RefusalMessage({ grid }: { grid: TableGrid }) {
  const refusal = useStore(grid.store, (state) => state.refusal);
  const range = useStore(grid.store, (state) => state.range);
  if (!refusal) return null;
  const column = grid.columns.find(({ id }) => id === refusal.column);
  const at = grid.api.getRowNode(String(refusal.row))?.rowIndex ?? range?.anchor.row ?? 0;
  const row = grid.cache.row(at);
  const old = row && column ? grid.actions.shownText(row.value(column.id), column) : '';
  const { message, remedy } = refusal.problem;
  const dismiss = () => {
    grid.marks.clear([refusal]);
    grid.store.setState({ refusal: null });
    grid.redraw();
    grid.api.setFocusedCell(at, refusal.column);
  };
  const correct = () => {
    void grid
      .goTo({ row: at, column: grid.columns.findIndex(({ id }) => id === refusal.column) })
      .then(() => {
        grid.api.startEditingCell({ rowIndex: at, colKey: refusal.column });
      });
  };
  return (
    <div className="GridMessage">
      <Message tone="danger" title={t('grid.refused.title', { text: refusal.text })}>
        <p>
          {[message, remedy, old ? t('grid.refused.kept', { old }) : t('grid.refused.keptEmpty')]
            .filter(Boolean)
            .join(' ')}
        </p>
        <div className="actions">
          <Button onPress={correct}>{t('grid.refused.edit')}</Button>
          <Button variant="quiet" onPress={dismiss}>
            {t('grid.refused.dismiss')}
          </Button>
        </div>
      </Message>
    </div>
  );
}
