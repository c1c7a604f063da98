import { Fragment } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { shortcutText } from '../../design/shortcutText.ts';
import { t } from '../../i18n/index.ts';
import { commandLabel, menuNames, useCommands } from '../commands/registry.ts';

/** Every command that has a shortcut, by menu. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { commands } = useCommands();
  return (
    <Dialog
      title={t('app.shortcuts.title')}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('app.action.close')}
        </Button>
      }
    >
      {/* Reached by keyboard, so that the arrow keys scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label={t('app.shortcuts.title')}>
        <table className="ShortcutTable">
          <tbody>
            {menuNames.map((menu) => {
              const own = commands.filter((command) => command.menu === menu && command.shortcut);
              if (own.length === 0) return null;
              return (
                <Fragment key={menu}>
                  <tr>
                    <th colSpan={2} scope="colgroup">
                      {t(`app.menu.${menu}`)}
                    </th>
                  </tr>
                  {own.map((command) => (
                    <tr key={command.id}>
                      <td>{commandLabel(command)}</td>
                      <td>
                        <kbd className="Kbd">{shortcutText(command.shortcut ?? '')}</kbd>
                      </td>
                    </tr>
                  ))}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </section>
    </Dialog>
  );
}
