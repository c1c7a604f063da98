import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from '../../shared/contract/problem.ts';
import { type CliCommand, callerPath, usage } from './command.ts';
import { named } from './named.ts';
import { type CliProject, withProject } from './withProject.ts';

export const exportProject: CliCommand = {
  name: 'export',
  summary: 'Writes a deck, a table or pictures, as from the window',
  help: `tijarat export P.tijarat --pptx F [--deck NAME]
tijarat export P.tijarat --csv F (--table NAME | --view NAME) [--safe]
tijarat export P.tijarat --svg DIR
tijarat export P.tijarat --png DIR

The first deck unless one is named. --svg and --png write every view, named after its title.
The CSV says what the table says; --safe puts an apostrophe before texts that a spreadsheet would run as formulas.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        pptx: { type: 'string' },
        deck: { type: 'string' },
        csv: { type: 'string' },
        table: { type: 'string' },
        view: { type: 'string' },
        svg: { type: 'string' },
        png: { type: 'string' },
        safe: { type: 'boolean', default: false },
      },
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw usage('Name one project.');
    const ways = [values.pptx, values.csv, values.svg, values.png].filter((way) => way !== undefined);
    if (ways.length !== 1) throw usage('Give one of --pptx, --csv, --svg and --png.');
    if (values.csv !== undefined && (values.table === undefined) === (values.view === undefined))
      throw usage('--csv wants either --table or --view.');
    const files = await withProject(io, callerPath(path), async (cli) => {
      if (values.pptx !== undefined) return await deck(cli, callerPath(values.pptx), values.deck, io.log);
      if (values.csv !== undefined)
        return await sheet(cli, callerPath(values.csv), values.table, values.view, values.safe, io.log);
      if (values.svg !== undefined) return await pictures(cli, callerPath(values.svg), 'svg', io.log);
      return await pictures(cli, callerPath(values.png ?? ''), 'png', io.log);
    });
    await io.write(files.map((file) => `${file}\n`).join(''));
    return 0;
  },
};

type Log = (line: string) => void;

async function deck(
  { workbench: { handlers }, context, project }: CliProject,
  path: string,
  name: string | undefined,
  log: Log,
): Promise<string[]> {
  const { decks } = project().document;
  const [first] = decks;
  if (!first) throw new Problem({ code: 'cli.no-deck', message: 'The project has no deck.' });
  const chosen = name === undefined ? first : named(decks, name, 'deck');
  const { notes } = await handlers['export.deck']({ deck: chosen.id, path }, context);
  for (const note of notes) log(note);
  return [path];
}

async function sheet(
  { workbench: { handlers }, context, project }: CliProject,
  path: string,
  table: string | undefined,
  view: string | undefined,
  safe: boolean,
  log: Log,
): Promise<string[]> {
  const { tables, views } = project().document;
  const { notes } =
    table !== undefined
      ? await handlers['export.table'](
          { table: named(tables, table, 'table').id, format: 'csv', safe, path },
          context,
        )
      : await handlers['export.viewData'](
          { view: named(views, view ?? '', 'view').id, format: 'csv', safe, path },
          context,
        );
  for (const note of notes) log(note);
  return [path];
}

async function pictures(
  { workbench: { handlers }, context, project }: CliProject,
  folder: string,
  format: 'svg' | 'png',
  log: Log,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const taken = new Set<string>();
  const files: string[] = [];
  for (const view of project().document.views) {
    const path = join(folder, `${freeName(view.title || view.id, taken)}.${format}`);
    const { notes } = await handlers['export.viewPicture'](
      { view: view.id, format, width: 960, height: 540, path },
      context,
    );
    for (const note of notes) log(note);
    files.push(path);
  }
  return files;
}

/** A title as a file name that every system takes, told apart by a number where two views share it. */
function freeName(title: string, taken: Set<string>): string {
  const base =
    title
      .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80) || 'view';
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} ${n}`;
  taken.add(name.toLowerCase());
  return name;
}
