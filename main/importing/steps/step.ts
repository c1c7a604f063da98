import type { ImportNote } from '../../../shared/contract/importing.ts';
import type { Id } from '../../../shared/model/ids.ts';
import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import type { HeldRows } from '../heldRows.ts';
import type { Mappings } from '../mappings.ts';
import { stepMisfit } from '../problems.ts';

/** A table on its way: a query that yields `_line` and the columns by id, and what is known of the columns. */
export interface TableState {
  sql: string;
  columns: Column[];
  /** True where asking again costs no more than reading stored rows. */
  light?: boolean;
  /** The same rows as they are stored, texts perhaps as lists: cheap to write. */
  packed?: string;
  /** True where its rows are those of `context.unread`, one for one. */
  unread?: boolean;
}

/** A large text of which only a sample is stored: the table \`raw_sample\`. */
export interface Unread {
  /** What stands for \`raw\` to read all data rows in order, without their lines. */
  raw: string;
  /** The line of the first, and how many there must be. */
  firstLine: number;
  rows: number;
}

/** A text has other rows than its lines promised: it must be read with care. */
export class Uneven extends Error {}

/** What a step may use. The same steps run in the importer's workshop and, for tables built from tables, in the project's engine. */
export interface StepContext {
  rows(sql: string): Promise<(string | number | boolean | null)[][]>;
  run(sql: string): Promise<void>;
  /** A name for a helper table, dropped when the recipe has run. */
  helperTable(): string;
  note(note: ImportNote): void;
  fileName: string;
  /** A text has ragged rows; a sheet has none. */
  isText: boolean;
  /** Every raw row is known to have all its cells and not to be blank: nothing need be looked for. */
  even: boolean;
  fiscalYearStart: number;
  sourceRank: readonly string[];
  /** Columns of the raw table, where there is one. */
  rawWidth: number;
  /** Where the rows still stand in the file. */
  unread?: Unread;
  /** The rows of `raw`, where they are few and JavaScript has them. */
  held?: HeldRows;
  /** Texts that the user mapped to codes before, by code list. */
  mappings?: Mappings;
  /** The whole recipe that is run, for notes that offer another one. */
  recipe?: Recipe;
  /** Other tables of the project, where the recipe runs inside one. Problem `table.missing`. */
  projectTable?(id: Id): ProjectRows;
}

/** A table of the project and its rows, in their order, as a query of `_line` and the columns by id. */
export interface ProjectRows {
  table: Table;
  sql: string;
}

/** What a step did, in words: "Period", "month, as calendar months", "74 months". */
export interface StepWords {
  title: string;
  words: string;
  count: string;
  /** The names of the columns after it, where the whole recipe was run. */
  columns?: string[];
}

export interface StepResult extends TableState {
  words: StepWords;
}

export type StepOf<N extends Step['step']> = Extract<Step, { step: N }>;

export interface StepKind<N extends Step['step']> {
  step: N;
  apply(state: TableState, step: StepOf<N>, context: StepContext): Promise<StepResult> | StepResult;
}

export function defineStep<N extends Step['step']>(kind: StepKind<N>): StepKind<N> {
  return kind;
}

/** The column of that name (or id); the Problem `import.step-misfit` where there is none. */
export function columnNamed(state: TableState, name: string, step: string): Column {
  const found =
    state.columns.find((column) => column.name === name) ??
    state.columns.find((column) => column.id === name);
  if (!found)
    throw stepMisfit(
      step,
      name,
      state.columns.map((column) => column.name),
    );
  return found;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
