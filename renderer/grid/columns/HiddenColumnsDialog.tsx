import { columnLayout, orderedColumns, shownColumns } from '../../../shared/model/columnLayout.ts';
import { columnLabel, type Table } from '../../../shared/model/table.ts';
import { run } from '../../app/projectStore.ts';
import { reportProblem } from '../../app/reportProblem.ts';
import { Button } from '../../design/Button.tsx';
import { Checkbox } from '../../design/Checkbox.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { t } from '../../i18n/index.ts';

/** Every column with a tick where it is shown; each tick is taken at once. */
export function HiddenColumnsDialog({ table, onClose }: { table: Table; onClose(): void }) {
  const shown = new Set(shownColumns(table).map(({ id }) => id));
  const hide = (hidden: string[]) => {
    run('layOutColumns', { table: table.id, change: { hidden } }).catch(reportProblem);
  };
  const { hidden } = columnLayout(table);
  return (
    <Dialog
      title={t('columns.hidden.title', { table: table.title })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button className="first" onPress={() => hide([])} isDisabled={hidden.length === 0}>
            {t('columns.hidden.showAll')}
          </Button>
          <Button variant="primary" onPress={onClose} autoFocus>
            {t('columns.hidden.done')}
          </Button>
        </>
      }
    >
      <ul className="ColumnTicks">
        {orderedColumns(table).map(({ id, ...column }) => (
          <li key={id}>
            <Checkbox
              isSelected={shown.has(id)}
              isDisabled={shown.size === 1 && shown.has(id)}
              onChange={(show) => hide(show ? hidden.filter((one) => one !== id) : [...hidden, id])}
            >
              {columnLabel({ id, ...column })}
            </Checkbox>
          </li>
        ))}
      </ul>
      {shown.size === 1 && <p>{t('columns.hidden.last')}</p>}
    </Dialog>
  );
}
