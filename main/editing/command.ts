import type { Draft } from 'immer';
import type { z } from 'zod';
import type { Document } from '../../shared/model/document.ts';
import type { BuiltNote, Column, Table } from '../../shared/model/table.ts';
import type { Change } from '../project/change.ts';
import type { AnyCommandName, AnyCommandSchema } from './commandNames.ts';

/** What the recipe of a table built from others made: its rows are a Parquet file in the work folder. */
export interface Rebuilt {
  path: string;
  columns: Column[];
  notes: BuiltNote[];
}

/** What a command may do: edit the draft of the document, and change rows through `rows`, which takes the before-images. */
export interface CommandContext {
  readonly document: Draft<Document>;
  readonly rows: Change;
  /** The number that this change gets. */
  readonly sequence: number;
  /** When the change is made, ISO 8601: commands do not read the clock. */
  readonly time: string;
  /** A table built from others, its recipe run anew before the change began. */
  readonly rebuilt: Rebuilt | null;
}

/** What a command answers: its words in the undo list, and the ids of rows that it made. */
export interface CommandResult {
  label: string;
  rows?: number[];
}

export interface Command<N extends AnyCommandName> {
  readonly name: N;
  /** A selection is its own kind of step: neither journaled nor a change of the project. */
  readonly passing?: boolean;
  /** A table that has to be built anew before the command runs. */
  rebuilds?(document: Document, args: z.output<AnyCommandSchema<N>>): Table;
  /** Makes the change, or throws a Problem; then nothing of it stays. */
  apply(context: CommandContext, args: z.output<AnyCommandSchema<N>>): CommandResult | Promise<CommandResult>;
}

export function defineCommand<N extends AnyCommandName>(command: Command<N>): Command<N> {
  return command;
}
