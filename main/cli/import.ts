import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { type CliCommand, callerPath, usage } from './command.ts';
import { withWorkbench } from './withProject.ts';

export const importFiles: CliCommand = {
  name: 'import',
  summary: 'Puts files into a project, new or there already',
  help: `tijarat import FILE... --into P.tijarat [--table NAME]

  --into FILE    the project; made where it is not there
  --table NAME   the name of the table (of one file); else the file's name`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { into: { type: 'string' }, table: { type: 'string' } },
    });
    if (positionals.length === 0) throw usage('Name a file.');
    if (values.into === undefined) throw usage('Name the project: --into P.tijarat.');
    if (values.table !== undefined && positionals.length > 1)
      throw usage('--table names the table of one file.');
    const path = callerPath(values.into);
    await withWorkbench(io, async ({ workbench: { handlers }, context }) => {
      const exists = await stat(path).then(
        () => true,
        () => false,
      );
      if (exists) await handlers['project.open']({ path }, context);
      else await handlers['project.create']({ title: nameOf(path) }, context);
      for (const file of positionals) {
        const preview = await handlers['import.inspect']({ path: callerPath(file) }, context);
        for (const { weight, title, text, count } of preview.notes)
          io.log(
            `${preview.fileName}: ${weight}: ${title}${count === undefined ? '' : ` (${count})`}. ${text}`,
          );
        const title = values.table ?? nameOf(file);
        const { rows } = await handlers['import.run'](
          { id: preview.id, recipe: preview.recipe, title },
          context,
        );
        io.log(`${preview.fileName}: ${rows} rows into "${title}"`);
      }
      await handlers['project.save']({ path }, context);
    });
    await io.write(`${path}\n`);
    return 0;
  },
};

function nameOf(path: string): string {
  const file = basename(path);
  return file.slice(0, file.length - extname(file).length) || file;
}
