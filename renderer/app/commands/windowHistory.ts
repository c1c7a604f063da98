import { useEffect } from 'react';
import { create } from 'zustand';
import { redo, undo } from '../projectActions.ts';
import { isCommandUnderWay, useProject } from '../projectStore.ts';

/** A step that can be taken back or made again. */
export interface HistoryStep {
  /** "Set the unit of Value"; absent where it is not known yet. */
  name?: string | undefined;
  run: () => unknown;
}
export interface WindowHistory {
  undo?: HistoryStep | undefined;
  redo?: HistoryStep | undefined;
}

/** The history of the window that is open, where it keeps one of its own. */
const useOwn = create<{ own: WindowHistory | null }>(() => ({ own: null }));

/** While the component is shown, undo and redo everywhere (keys, menu, title bar) are those of its own work. */
export function useWindowHistory(own: WindowHistory): void {
  useEffect(() => useOwn.setState({ own }));
  useEffect(() => () => useOwn.setState({ own: null }), []);
}

/** What undo and redo do now: the open window's own steps where it keeps a history, else those of the project. */
export function historyNow(): WindowHistory {
  const { own } = useOwn.getState();
  if (own) return own;
  const { status } = useProject.getState();
  return {
    // A command that is under way has no name yet, and can be taken back all the same.
    ...((status.undo !== undefined || isCommandUnderWay()) && { undo: { name: status.undo, run: undo } }),
    ...(status.redo !== undefined && { redo: { name: status.redo, run: redo } }),
  };
}

/** The same, followed by a component. */
export function useHistoryNow(): WindowHistory {
  useProject((state) => state.status);
  useOwn();
  return historyNow();
}
