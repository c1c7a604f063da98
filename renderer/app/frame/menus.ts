import type { MenuItem } from '../../design/Menu.tsx';
import { type Command, commandLabel, isEnabled, type MenuName, runCommand } from '../commands/registry.ts';

/** The commands of one menu in groups, ruled off. Empty where a menu has none: it is then not shown. */
export function menuItems(commands: readonly Command[], menu: MenuName): MenuItem[] {
  const own = commands.filter((command) => command.menu === menu);
  const groups = [...new Set(own.map(({ group = 50 }) => group))].sort((a, b) => a - b);
  return groups.flatMap((group, index) => [
    ...(index > 0 ? [{ id: `${menu}.rule.${group}`, rule: true as const }] : []),
    ...own.filter((command) => (command.group ?? 50) === group).map(toItem),
  ]);
}

function toItem(command: Command): MenuItem {
  return {
    id: command.id,
    label: commandLabel(command),
    icon: command.checked ? undefined : command.icon,
    shortcut: command.shortcut,
    isDisabled: !isEnabled(command),
    isChecked: command.checked?.(),
    run: () => void runCommand(command.id),
  };
}
