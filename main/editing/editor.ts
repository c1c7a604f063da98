import type { z } from 'zod';
import { commandArgs, internalCommandArgs } from '../../shared/contract/commands.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Patch, ProjectStatus } from '../../shared/contract/project.ts';
import type { Table } from '../../shared/model/table.ts';
import type { Changed, OpenProject } from '../project/openProject.ts';
import type { Command, Rebuilt } from './command.ts';
import type { AnyCommandName, AnyCommandSchema } from './commandNames.ts';
import { commands } from './commands/index.ts';

export interface EditorOptions {
  /** Runs the recipe of a table that is built from others. */
  rebuild?(project: OpenProject, table: Table, signal?: AbortSignal): Promise<Rebuilt>;
  changed(change: { status: ProjectStatus; patches: Patch[] }): void;
}

export interface Ran {
  status: ProjectStatus;
  /** Ids of rows that were made. */
  rows: number[];
}

/** Runs commands on a project. What resolves is on the disk. */
export interface Editor {
  run<N extends AnyCommandName>(
    name: N,
    args: z.input<AnyCommandSchema<N>>,
    signal?: AbortSignal,
  ): Promise<Ran>;
  undo(): Promise<ProjectStatus>;
  redo(): Promise<ProjectStatus>;
  /** Goes to a step of any branch of the history; 0 is the project as it was opened. */
  goTo(sequence: number): Promise<ProjectStatus>;
}

const schemas = { ...commandArgs, ...internalCommandArgs };

export function createEditor(project: OpenProject, options: EditorOptions): Editor {
  const tell = ({ patches, rows }: Changed): Ran => {
    const status = project.status();
    options.changed({ status, patches });
    return { status, rows };
  };
  return {
    async run(name, raw, signal) {
      // One command of one name: what its schema yields is what it takes. The union of all commands cannot say that.
      const command = commands[name] as unknown as Command<'setCells'>;
      const args = readArgs(name, raw) as never;
      const built = command.rebuilds?.(project.document, args);
      const rebuilt = built ? await rebuild(project, built, options, signal) : null;
      return tell(
        await project.change(name, command.passing ?? false, async (change) => {
          const context = {
            document: change.draft,
            rows: change,
            sequence: change.sequence,
            time: change.time,
            rebuilt,
          };
          const { label, rows = [] } = await command.apply(context, args);
          return { label, rows };
        }),
      );
    },
    async undo() {
      return tell(await project.undo()).status;
    },
    async redo() {
      return tell(await project.redo()).status;
    },
    async goTo(sequence) {
      return tell(await project.goTo(sequence)).status;
    },
  };
}

/** Checks arguments. Problem `edit.arguments`. */
function readArgs(name: AnyCommandName, raw: unknown): unknown {
  const parsed = schemas[name].safeParse(raw);
  if (!parsed.success) {
    throw new Problem({
      code: 'edit.arguments',
      message: `${name} was asked for with arguments that do not fit: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}.`,
    });
  }
  return { ...parsed.data, ...onlyWhatWasGiven(parsed.data, raw) };
}

/** zod 4 fills defaults even into optional properties: a `change` that names a title would empty a page's layout as well. */
function onlyWhatWasGiven(parsed: object, raw: unknown): { change?: object } {
  if (!('change' in parsed) || typeof raw !== 'object' || raw === null || !('change' in raw)) return {};
  const given = raw.change;
  if (typeof given !== 'object' || given === null) return {};
  return {
    change: Object.fromEntries(
      Object.entries(parsed.change as object).filter(([key]) => Object.hasOwn(given, key)),
    ),
  };
}

async function rebuild(
  project: OpenProject,
  table: Table,
  options: EditorOptions,
  signal: AbortSignal | undefined,
): Promise<Rebuilt> {
  if (options.rebuild) return await options.rebuild(project, table, signal);
  throw new Problem({ code: 'table.cannot-build', message: 'Tables cannot be built again here.' });
}
