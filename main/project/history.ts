import type { Step } from './journalRecord.ts';

export interface HistoryStep extends Step {
  /** A selection: has its place in the undo list, but is neither journaled nor a change of the project. */
  passing: boolean;
  /** When it was done, ISO 8601. */
  time: string;
}

/** Every step since the project was opened, as a tree: what was undone stays, and redo follows the newest branch. */
export class History {
  readonly #steps = new Map<number, HistoryStep>();
  readonly #newestChild = new Map<number, number>();
  #at = 0;

  /** The step after which the project stands; 0 is the beginning. */
  get at(): number {
    return this.#at;
  }

  get current(): HistoryStep | undefined {
    return this.#steps.get(this.#at);
  }

  /** What redo would do. */
  get next(): HistoryStep | undefined {
    const child = this.#newestChild.get(this.#at);
    return child === undefined ? undefined : this.#steps.get(child);
  }

  step(sequence: number): HistoryStep | undefined {
    return this.#steps.get(sequence);
  }

  add(step: HistoryStep): void {
    this.#steps.set(step.sequence, step);
    this.#newestChild.set(step.parent, step.sequence);
    this.#at = step.sequence;
  }

  /** Stands after another step. Its branch becomes the newest one of each step on the way. */
  moveTo(sequence: number): void {
    this.#at = sequence;
    for (let step = this.#steps.get(sequence); step; step = this.#steps.get(step.parent)) {
      this.#newestChild.set(step.parent, step.sequence);
    }
  }

  /** The nearest step at or before `sequence` that changes the project. */
  lasting(sequence: number): number {
    let step = this.#steps.get(sequence);
    while (step?.passing) step = this.#steps.get(step.parent);
    return step?.sequence ?? 0;
  }

  /** Steps to take back and to do, in this order, to come from one step to another. */
  path(from: number, to: number): { back: HistoryStep[]; forth: HistoryStep[] } {
    const before = this.#ancestors(from);
    const after = this.#ancestors(to);
    const shared = new Set(after.map((step) => step.sequence));
    const back = before.filter((step) => !shared.has(step.sequence));
    const kept = new Set(before.map((step) => step.sequence));
    const forth = after.filter((step) => !kept.has(step.sequence)).reverse();
    return { back, forth };
  }

  /** Every step in the order in which it was done, those of branches that were left as well. */
  all(): HistoryStep[] {
    return [...this.#steps.values()];
  }

  /** The line that undo and redo walk: all steps up to here, then the newest branch. */
  line(): { steps: HistoryStep[]; at: number } {
    const steps = this.#ancestors(this.#at).reverse();
    const at = steps.length;
    for (let child = this.#newestChild.get(this.#at); child !== undefined; ) {
      const step = this.#steps.get(child);
      if (!step) break;
      steps.push(step);
      child = this.#newestChild.get(child);
    }
    return { steps, at };
  }

  #ancestors(sequence: number): HistoryStep[] {
    const list: HistoryStep[] = [];
    for (let step = this.#steps.get(sequence); step; step = this.#steps.get(step.parent)) list.push(step);
    return list;
  }
}
