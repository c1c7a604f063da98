import { ArrowRight, Search } from 'lucide-react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { Icon } from '../../design/Icon.tsx';
import { shortcutText } from '../../design/shortcutText.ts';
import { t } from '../../i18n/index.ts';
import { commandLabel, isEnabled, runCommand, useCommands } from '../commands/registry.ts';
import { useNavigation } from '../navigation.ts';
import { navGroups } from '../navigator/navGroups.ts';
import { useProject } from '../projectStore.ts';
import { useSettings } from '../useSettings.ts';

/** Every command that is possible now, and every part of the project by name. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { commands } = useCommands();
  const document = useProject((state) => state.document);
  const numbers = useSettings((state) => state.numbers);
  const { contains } = useFilter({ sensitivity: 'base' });

  const possible = commands
    .filter((command) => !command.hidden && isEnabled(command))
    .map((command) => ({
      id: command.id,
      label: commandLabel(command),
      icon: command.icon ?? ArrowRight,
      end: command.shortcut
        ? shortcutText(command.shortcut)
        : command.menu
          ? t(`app.menu.${command.menu}`)
          : '',
      run: () => void runCommand(command.id),
    }));
  const parts = document
    ? navGroups(document, numbers).flatMap(({ kind, entries }) =>
        entries.map(({ id, title, icon, place }) => ({
          id: `${kind}:${id}`,
          label: title,
          icon,
          end: t(`app.nav.${kind}`),
          run: () => useNavigation.getState().go(place),
        })),
      )
    : [];
  const items = [...parts, ...possible];

  return (
    <ModalOverlay
      className="Scrim is-palette"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="Modal">
        <Dialog className="Palette" aria-label={t('app.command.palette')}>
          <Autocomplete filter={contains}>
            <SearchField className="PaletteField" aria-label={t('app.palette.button')} autoFocus>
              <Icon icon={Search} />
              <Input placeholder={t('app.palette.placeholder')} />
            </SearchField>
            <Menu
              className="Menu"
              aria-label={t('app.palette.results')}
              items={items}
              renderEmptyState={() => <div className="empty">{t('app.palette.none')}</div>}
            >
              {(item) => (
                <MenuItem
                  id={item.id}
                  className="MenuItem"
                  textValue={item.label}
                  onAction={() => {
                    onClose();
                    item.run();
                  }}
                >
                  <Icon icon={item.icon} />
                  {item.label}
                  <span className="end">{item.end}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
