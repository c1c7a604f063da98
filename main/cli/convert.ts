import { readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { type CliCommand, callerPath, usage } from './command.ts';
import { convertAll } from './convertAll.ts';

export const convert: CliCommand = {
  name: 'convert',
  summary: 'Runs the importer alone: files in, clean CSV or Parquet out',
  help: `tijarat convert FILE|DIR... (--to F.csv|F.parquet | --out DIR) [--stage cells|table] [--report R.json]

  --to FILE       where the one input goes; its ending chooses CSV or Parquet
  --out DIR       a folder for many inputs: each keeps its name (below a folder, its path), with .csv added;
                  further tables of one file are NAME.2.csv, NAME.3.csv ...
  --stage cells   the table as found: header first, text as read
  --stage table   typed and reshaped (the default)
  --report FILE   what was understood, skipped, padded and refused, as JSON

CSV is UTF-8 with commas and double quotes. Exit code 1 if an input failed; the others are still written.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        out: { type: 'string' },
        stage: { type: 'string', default: 'table' },
        report: { type: 'string' },
      },
    });
    const { stage } = values;
    if (positionals.length === 0) throw usage('Name a file or a folder.');
    if ((values.to === undefined) === (values.out === undefined)) throw usage('Give either --to or --out.');
    if (stage !== 'cells' && stage !== 'table') throw usage('--stage is cells or table.');
    const inputs = (await Promise.all(positionals.map((path) => filesOf(callerPath(path))))).flat();
    if (values.to !== undefined && inputs.length !== 1)
      throw usage('--to takes one input; use --out for many.');
    const out = callerPath(values.out ?? '.');
    const { to } = values;
    const files = inputs.map(({ path, name }) => ({
      path,
      to: to !== undefined ? callerPath(to) : join(out, `${name}.csv`),
    }));
    const report = await convertAll(files, { stage, log: io.log, signal: io.signal });
    if (values.report !== undefined)
      await writeFile(callerPath(values.report), `${JSON.stringify({ files: report }, null, 2)}\n`);
    for (const { input, problem } of report) {
      if (problem)
        io.log(`${input}: ${problem.message}${problem.remedy ? ` ${problem.remedy}` : ''} [${problem.code}]`);
    }
    return report.some(({ problem }) => problem) ? 1 : 0;
  },
};

interface Input {
  path: string;
  /** Its path below the folder that was named. */
  name: string;
}

async function filesOf(path: string): Promise<Input[]> {
  const found = await stat(path).catch(() => null);
  // A path that is not there is one failed input, told as such by the importer.
  if (!found?.isDirectory()) return [{ path, name: basename(path) }];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file, name: relative(path, file) }))
    .filter(({ name }) => !name.split(sep).some((part) => part.startsWith('.')))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
