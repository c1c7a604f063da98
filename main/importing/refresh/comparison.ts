import type { RefreshAnswers } from '../../../shared/contract/refreshing.ts';
import type { Table } from '../../../shared/model/table.ts';
import { literal } from '../../engine/engine.ts';
import type { Loaded } from './loadRelease.ts';
import type { RefreshProject, Scratch } from './releaseTables.ts';

/** Two releases side by side, and what was decided of them. */
export interface Comparison {
  project: RefreshProject;
  scratch: Scratch;
  /** As it would be. */
  table: Table;
  loaded: Loaded;
  gainsVintage: boolean;
  answers: RefreshAnswers;
  /** Of the newer figures, and of those that are there where the table gains a vintage column. */
  released: string | null;
  releasedBefore: string | null;
}

export function textOrNull(text: string | null): string {
  return text === null ? 'CAST(NULL AS VARCHAR)' : literal(text);
}
