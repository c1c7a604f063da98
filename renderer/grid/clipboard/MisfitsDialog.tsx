import { useStore } from 'zustand';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { t } from '../../i18n/index.ts';
import type { GridStore } from '../gridStore.ts';

/** What of a paste does not fit, cell by cell with its reason, before anything is changed: the rest, or nothing. */
export function MisfitsDialog({ store }: { store: GridStore }) {
  const misfits = useStore(store, (state) => state.misfits);
  if (!misfits) return null;
  const { count, cells, fitting, beyond, paste } = misfits;
  const close = () => store.setState({ misfits: null });
  return (
    <Dialog
      title={count > 0 ? t('gridClipboard.misfits.title', { count }) : t('gridClipboard.misfits.wideTitle')}
      isOpen
      wide
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('grid.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={fitting === 0}
            onPress={() => {
              close();
              void paste();
            }}
          >
            {fitting === 0
              ? t('gridClipboard.misfits.none')
              : t('gridClipboard.misfits.rest', { count: fitting })}
          </Button>
        </>
      }
    >
      {beyond > 0 && <p>{t('gridClipboard.misfits.beyond', { count: beyond })}</p>}
      <p>{t('gridClipboard.misfits.kept')}</p>
      {cells.length > 0 && (
        <div className="Misfits">
          <table>
            <thead>
              <tr>
                <th>{t('gridClipboard.misfits.place')}</th>
                <th>{t('gridClipboard.misfits.text')}</th>
                <th>{t('gridClipboard.misfits.why')}</th>
              </tr>
            </thead>
            <tbody>
              {cells.map(({ row, column, text, message }) => (
                <tr key={`${row} ${column}`}>
                  <td>{t('grid.cellAddress', { row, column })}</td>
                  <td>{text}</td>
                  <td>{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {count > cells.length && <p>{t('gridClipboard.misfits.more', { count: count - cells.length })}</p>}
        </div>
      )}
    </Dialog>
  );
}
