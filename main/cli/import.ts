import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { type CliCommand, callerPath, usage } from './command.ts';
import { importAsOne, type OtherLayouts } from './importAsOne.ts';
import { withWorkbench } from './withProject.ts';

export const importFiles: CliCommand = {
  name: 'import',
  summary: 'Puts files into a project, new or there already',
  help: `tijarat import FILE... --into P.tijarat [--table NAME]
   or  tijarat import FILE-OR-FOLDER... --as-one --into P.tijarat [--table NAME] [--other-layouts own|leave]

  --into FILE    the project; made where it is not there
  --table NAME   the name of the table (of one file, or with --as-one); else the file's name
  --as-one       files of one layout become one table with a column for the file, and one for the period in their names where they have one
  --other-layouts  what becomes of files whose columns differ: a table of their own, or none; else they stop the import`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        into: { type: 'string' },
        table: { type: 'string' },
        'as-one': { type: 'boolean' },
        'other-layouts': { type: 'string' },
      },
    });
    if (positionals.length === 0) throw usage('Name a file.');
    if (values.into === undefined) throw usage('Name the project: --into P.tijarat.');
    const asOne = values['as-one'] === true;
    const others = otherLayouts(values['other-layouts'], asOne);
    if (values.table !== undefined && positionals.length > 1 && !asOne)
      throw usage('--table names the table of one file.');
    const path = callerPath(values.into);
    await withWorkbench(io, async ({ workbench: { handlers }, context }) => {
      const exists = await stat(path).then(
        () => true,
        () => false,
      );
      if (exists) await handlers['project.open']({ path }, context);
      else await handlers['project.create']({ title: nameOf(path) }, context);
      if (asOne) {
        const wanted = {
          files: positionals.map(callerPath),
          title: values.table ?? nameOf(positionals[0] ?? ''),
          others,
        };
        await importAsOne(wanted, handlers, context, io);
      }
      for (const file of asOne ? [] : positionals) {
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

function otherLayouts(text: string | undefined, asOne: boolean): OtherLayouts {
  if (text === undefined) return 'stop';
  if (!asOne) throw usage('--other-layouts goes with --as-one.');
  if (text === 'own' || text === 'leave') return text;
  throw usage('--other-layouts is own or leave.');
}

function nameOf(path: string): string {
  const file = basename(path);
  return file.slice(0, file.length - extname(file).length) || file;
}
