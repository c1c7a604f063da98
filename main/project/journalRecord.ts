import type { Patch } from '../../shared/contract/project.ts';
import type { RowEffect } from './rowEffects.ts';

/** What a command did, both ways: enough to do it, undo it and redo it without running the command again. */
export interface Step {
  /** The sequence number that it was given; names the step for ever. */
  sequence: number;
  /** The step after which it was done; 0 is the beginning. */
  parent: number;
  command: string;
  /** For the undo list: "Change 2 cells". */
  label: string;
  patches: Patch[];
  inversePatches: Patch[];
  effects: RowEffect[];
  inverseEffects: RowEffect[];
}

/** The state that later records build on: the container with this checksum. `at` is the step that it holds. */
export interface BaseRecord {
  kind: 'base';
  checksum: string;
  sequence: number;
  at: number;
  title: string;
  /** Absent until first saved. */
  path?: string;
  time: string;
}

export type JournalRecord =
  | BaseRecord
  | ({ kind: 'step'; time: string } & Step)
  /** Undo or redo: the project now stands after step `to`. */
  | { kind: 'move'; sequence: number; to: number; time: string };
