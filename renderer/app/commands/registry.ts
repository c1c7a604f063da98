import type { LucideIcon } from 'lucide-react';
import { create } from 'zustand';
import { reportProblem } from '../reportProblem.ts';

export const menuNames = ['file', 'edit', 'view', 'insert', 'data', 'deck', 'help'] as const;
export type MenuName = (typeof menuNames)[number];

/** Something that the user can do, reached from the menu, the palette and the keyboard alike. */
export interface Command {
  id: string;
  label: string | (() => string);
  /** "Mod+Shift+S"; Mod is Ctrl, on a Mac Command. */
  shortcut?: string;
  icon?: LucideIcon;
  /** The menu it stands in. Commands of one group stand together, groups are ruled off in their order. */
  menu?: MenuName;
  group?: number;
  /** Drawn greyed, and refused, where it answers false. Absent: always possible. */
  enabled?: () => boolean;
  /** Ticked where it answers true. */
  checked?: () => boolean;
  /** Not in the palette: it opens it, or asks for what the palette cannot say. */
  hidden?: boolean;
  run: () => unknown;
}

interface Registry {
  commands: readonly Command[];
}

export const useCommands = create<Registry>(() => ({ commands: [] }));

/** Adds a command, in place of one of the same id. The function that comes back takes it away. */
export function registerCommand(command: Command): () => void {
  useCommands.setState(({ commands }) => {
    const at = commands.findIndex(({ id }) => id === command.id);
    return { commands: at < 0 ? [...commands, command] : commands.with(at, command) };
  });
  return () =>
    useCommands.setState(({ commands }) => ({ commands: commands.filter((kept) => kept !== command) }));
}

export function commandLabel({ label }: Command): string {
  return typeof label === 'string' ? label : label();
}

export function isEnabled({ enabled }: Command): boolean {
  return enabled?.() ?? true;
}

/** Runs a command by id where it is possible now; what goes wrong is said in a notice. */
export async function runCommand(id: string): Promise<void> {
  const command = useCommands.getState().commands.find((known) => known.id === id);
  if (!command || !isEnabled(command)) return;
  try {
    await command.run();
  } catch (error) {
    reportProblem(error);
  }
}
