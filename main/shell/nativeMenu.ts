import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuEntry } from '../../shared/contract/host.ts';

/** The bar at the top of the screen on macOS, from the same registry of commands that the page draws elsewhere. */
export function setNativeMenu(menu: MenuEntries, run: (id: string) => void): void {
  const entries = menu.map(
    ({ label, items }): MenuItemConstructorOptions => ({
      label,
      submenu: items.map(({ id, label, shortcut, enabled, checked }) => ({
        id,
        label,
        enabled,
        ...(checked !== undefined && { type: 'checkbox' as const, checked }),
        ...(shortcut && { accelerator: accelerator(shortcut) }),
        click: () => run(id),
      })),
    }),
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'appMenu' }, ...entries, { role: 'windowMenu' }]));
}

/** The type of a MenuEntry after zod: an absent field may also be undefined. */
type MenuEntries = readonly {
  label: MenuEntry['label'];
  items: readonly {
    id: string;
    label: string;
    shortcut?: string | undefined;
    enabled: boolean;
    checked?: boolean | undefined;
  }[];
}[];

/** "Ctrl K" and "Mod+K" are Command and K on macOS. */
function accelerator(shortcut: string): string {
  return shortcut
    .split(/[ +]+/)
    .map((key) => (key === 'Ctrl' || key === 'Mod' ? 'CommandOrControl' : key))
    .join('+');
}
