import { type KeyboardEvent, useState } from 'react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import { Menu, type MenuItem } from '../../design/Menu.tsx';
import { t } from '../../i18n/index.ts';
import { menuNames, useCommands } from '../commands/registry.ts';
import { useHistoryNow } from '../commands/windowHistory.ts';
import { useNavigation } from '../navigation.ts';
import { openPath } from '../projectActions.ts';
import { reportProblem } from '../reportProblem.ts';
import { useSettings } from '../useSettings.ts';
import { menuItems } from './menus.ts';
import { useRecent } from './useRecent.ts';

/** File to Help, from the one list of commands. While a menu is open, left and right, or the pointer, walk to its neighbours. */
export function MenuBar() {
  const { commands } = useCommands();
  useHistoryNow();
  useNavigation();
  useSettings();
  const { recent } = useRecent();
  const [open, setOpen] = useState<string | null>(null);
  // Menus hang inside the bar: they belong to its landmark.
  const [bar, setBar] = useState<HTMLElement | null>(null);

  const menus = menuNames
    .map((name) => ({ name, items: menuItems(commands, name) }))
    .filter(({ items }) => items.length > 0);
  const step = (from: string, by: number) => {
    const at = menus.findIndex(({ name }) => name === from);
    return menus.at((at + by + menus.length) % menus.length)?.name ?? null;
  };
  const onKeyDown = (event: KeyboardEvent, name: string) => {
    // A shortcut does its own thing: the menu is in the way of it.
    if (event.ctrlKey || event.metaKey || /^F\d/.test(event.key)) setOpen(null);
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const next = step(name, by);
    if (open) {
      // A submenu's own arrows open and close it.
      const item = event.target as HTMLElement;
      if (item.getAttribute('aria-haspopup') && by === 1) return;
      if (item.closest('[data-trigger="SubmenuTrigger"]') && by === -1) return;
      setOpen(next);
    } else bar?.querySelector<HTMLElement>(`[data-menu="${next}"]`)?.focus();
    event.preventDefault();
  };

  return (
    <nav className="MenuBar" aria-label={t('app.menu.bar')} ref={setBar}>
      {menus.map(({ name, items }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys and the pointer of the button inside bubble to here
        <div
          key={name}
          onKeyDown={(event) => onKeyDown(event, name)}
          onPointerEnter={() => open && setOpen(name)}
        >
          <MenuTrigger isOpen={open === name} onOpenChange={(isOpen) => setOpen(isOpen ? name : null)}>
            <Button data-menu={name}>{t(`app.menu.${name}`)}</Button>
            <Popover
              className="Popover"
              offset={3}
              isNonModal
              {...(bar && { UNSTABLE_portalContainer: bar })}
            >
              <Menu
                label={t(`app.menu.${name}`)}
                items={name === 'file' ? withRecent(items, recent) : items}
              />
            </Popover>
          </MenuTrigger>
        </div>
      ))}
    </nav>
  );
}

function withRecent(items: MenuItem[], recent: ReturnType<typeof useRecent>['recent']): MenuItem[] {
  const entries = recent
    .filter(({ missing }) => !missing)
    .slice(0, 8)
    .map(({ path, title }) => ({
      id: `recent:${path}`,
      label: title,
      run: () => void openPath(path).catch(reportProblem),
    }));
  if (entries.length === 0) return items;
  const after = items.findIndex(({ id }) => id === 'file.open') + 1;
  return items.toSpliced(after, 0, { id: 'file.recent', label: t('app.menu.recent'), items: entries });
}
