import { parseArgs } from 'node:util';
import { Problem, problemLine } from '../../shared/contract/problem.ts';
import {
  RefreshAnswers as Answers,
  type RefreshAnswers,
  type RefreshPlan,
} from '../../shared/contract/refreshing.ts';
import { type CliCommand, callerPath, usage } from './command.ts';
import { named } from './named.ts';
import { withProject } from './withProject.ts';

const MOST = 20;

export const refresh: CliCommand = {
  name: 'refresh',
  summary: 'Takes a newer file of a table in, or tells what it would change',
  help: `tijarat refresh P.tijarat --table NAME FILE [--plan] [--json] [--released DATE] [--map OLD=NEW]... [--empty OLD]... [--add NEW]... [--edits mine|theirs]

  --table NAME     the table, by title or id
  --plan           changes nothing: tells what is new, revised, gone
  --json           the plan as JSON, with the first 1,000 figures of each kind
  --released DATE  when the file was released: 2025-06-10, 2025-06 or 2025; else what it says itself, or an estimate
  --map OLD=NEW    the column that was OLD is called NEW in this file
  --empty OLD      the column OLD is not in this file, and left empty
  --add NEW        the column NEW of this file becomes one of the table
  --edits WHOSE    figures changed by hand whose file changed as well: mine (as they are) or theirs; mine where absent`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        table: { type: 'string' },
        plan: { type: 'boolean' },
        json: { type: 'boolean' },
        released: { type: 'string' },
        map: { type: 'string', multiple: true },
        empty: { type: 'string', multiple: true },
        add: { type: 'string', multiple: true },
        edits: { type: 'string' },
      },
    });
    const [project, file] = positionals;
    if (project === undefined || file === undefined) throw usage('Name the project and the newer file.');
    if (values.table === undefined) throw usage('Name the table: --table NAME.');
    const answers = readAnswers(values);
    const path = callerPath(project);
    const title = values.table;
    return await withProject(io, path, async ({ workbench: { handlers }, context, project: opened }) => {
      const table = named(opened().document.tables, title, 'table');
      const first = await handlers['refresh.plan']({ table: table.id, path: callerPath(file) }, context);
      const tellAndTake = async (): Promise<number> => {
        const plan = await handlers['refresh.change']({ id: first.id, answers }, context);
        const figures = async (
          kind: 'new' | 'revised' | 'restated' | 'vanished' | 'conflict',
          count: number,
        ) =>
          plan.state === 'changes' || plan.state === 'same'
            ? (await handlers['refresh.figures']({ id: plan.id, kind, search: '', from: 0, count }, context))
                .figures
            : [];
        if (values.json) {
          const kinds = ['new', 'revised', 'restated', 'vanished', 'conflict'] as const;
          const lists = await Promise.all(
            kinds.map(async (kind) => [kind, await figures(kind, 1000)] as const),
          );
          await io.write(`${JSON.stringify({ ...plan, figures: Object.fromEntries(lists) }, null, 2)}\n`);
        } else {
          await io.write(planText(plan));
          for (const { keys, old, now, also } of await figures('revised', MOST))
            await io.write(
              `  revised: ${keys.join(', ')}: ${old ?? 'nothing'} to ${now ?? 'nothing'}${also ? ` (${also})` : ''}\n`,
            );
          for (const { keys, old, now } of await figures('conflict', MOST))
            await io.write(
              `  changed by hand: ${keys.join(', ')}: ${old ?? 'nothing'}, the file says ${now ?? 'nothing'}\n`,
            );
        }
        const { problem } = plan;
        if (problem) throw new Problem(problem);
        if (plan.state === 'columns') {
          const wanted = plan.columns.missing.map(
            ({ name, guess }) => `"${name}"${guess ? ` (perhaps "${guess}")` : ''}`,
          );
          throw new Problem({
            code: 'refresh.columns-missing',
            message: `The file has no column ${wanted.join(', ')}.`,
            remedy:
              'Say which of its columns they are with --map OLD=NEW, or leave them empty with --empty OLD.',
            place: { file: plan.fileName },
          });
        }
        if (values.plan || plan.state === 'same') return 0;
        const { rows } = await handlers['refresh.accept']({ id: plan.id }, context);
        await handlers['project.save']({}, context);
        io.log(`${plan.fileName}: ${rows} rows added to "${table.title}"`);
        return 0;
      };
      try {
        return await tellAndTake();
      } finally {
        // The reader's process would keep this one alive.
        await handlers['refresh.drop']({ id: first.id }, context);
      }
    });
  },
};

function readAnswers(values: {
  released?: string | undefined;
  map?: string[] | undefined;
  empty?: string[] | undefined;
  add?: string[] | undefined;
  edits?: string | undefined;
}): RefreshAnswers {
  const columns: Record<string, string | null> = {};
  for (const pair of values.map ?? []) {
    const at = pair.indexOf('=');
    if (at < 1) throw usage(`--map wants OLD=NEW, not "${pair}".`);
    columns[pair.slice(0, at)] = pair.slice(at + 1);
  }
  for (const name of values.empty ?? []) columns[name] = null;
  if (values.edits !== undefined && values.edits !== 'mine' && values.edits !== 'theirs')
    throw usage('--edits is mine or theirs.');
  if (values.released !== undefined && !Answers.shape.released.safeParse(values.released).success)
    throw usage('--released is a date: 2025-06-10, 2025-06 or 2025.');
  return Answers.parse({
    columns,
    added: values.add ?? [],
    ...(values.released !== undefined && { released: values.released }),
    ...(values.edits !== undefined && { edits: { take: values.edits } }),
  });
}

function planText({
  fileName,
  state,
  counts,
  columns,
  steps,
  notes,
  released,
  releasedBefore,
}: RefreshPlan): string {
  const lines = [
    `${fileName}: ${state === 'same' ? 'nothing that is not there already' : `${counts.new} new, ${counts.revised} revised, ${counts.restated} printed otherwise, ${counts.vanished} gone, ${counts.unchanged} unchanged, ${counts.conflicts} changed by hand and in the file`}`,
    ...(released ? [`  released ${released.date}${released.estimated ? ' (estimated)' : ''}`] : []),
    ...(releasedBefore
      ? [
          `  the figures that are there ${releasedBefore.date}${releasedBefore.estimated ? ' (estimated)' : ''}`,
        ]
      : []),
    ...columns.added.map((name) => `  new column: ${name}`),
    ...steps.flatMap(({ title, told }) => told.map((words) => `  ${title}: ${words}`)),
    ...notes.map((note) => `  ${problemLine({ code: note.code, message: `${note.title}. ${note.text}` })}`),
  ];
  return `${lines.join('\n')}\n`;
}
