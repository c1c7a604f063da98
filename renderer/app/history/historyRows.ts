import type { EditHistory, HistoryStep } from '../../../shared/contract/editing.ts';

/** A line of the history as it is listed. */
export type HistoryRow =
  | {
      kind: 'step';
      step: HistoryStep;
      /** done: the project has it. undone: redo leads to it. left: it stands in another branch. */
      state: 'done' | 'undone' | 'left';
      depth: number;
    }
  /** A branch that was left, by the step that begins it. */
  | { kind: 'branch'; first: HistoryStep; last: HistoryStep; steps: number; isOpen: boolean; depth: number };

/**
 * The tree of steps as a list, oldest first: the line that undo and redo walk, and after a step where other work began once, that work as a branch.
 * `open` holds the first steps of the branches whose steps are listed.
 */
export function historyRows({ steps, line, at }: EditHistory, open: ReadonlySet<number>): HistoryRow[] {
  const children = Map.groupBy(steps, (step) => step.parent);
  const onLine = new Set(line);
  const reached = at === 0 ? 0 : line.indexOf(at) + 1;
  const rows: HistoryRow[] = [];

  const branches = (parent: number, except: number | undefined, depth: number) => {
    for (const first of children.get(parent) ?? []) {
      if (first.sequence === except || onLine.has(first.sequence)) continue;
      const run = runFrom(first, children);
      const isOpen = open.has(first.sequence);
      rows.push({ kind: 'branch', first, last: run.at(-1) ?? first, steps: run.length, isOpen, depth });
      if (!isOpen) continue;
      for (const [i, step] of run.entries()) {
        rows.push({ kind: 'step', step, state: 'left', depth: depth + 1 });
        branches(step.sequence, run[i + 1]?.sequence, depth + 1);
      }
    }
  };

  const bySequence = new Map(steps.map((step) => [step.sequence, step]));
  branches(0, undefined, 0);
  for (const [i, sequence] of line.entries()) {
    const step = bySequence.get(sequence);
    if (!step) continue;
    rows.push({ kind: 'step', step, state: i < reached ? 'done' : 'undone', depth: 0 });
    branches(sequence, undefined, 0);
  }
  return rows;
}

/** The steps of a branch: at each fork the newest way on. */
function runFrom(first: HistoryStep, children: ReadonlyMap<number, HistoryStep[]>): HistoryStep[] {
  const run = [first];
  for (let step = children.get(first.sequence)?.at(-1); step; step = children.get(step.sequence)?.at(-1)) {
    run.push(step);
  }
  return run;
}
