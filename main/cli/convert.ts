import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import { Importer } from '../importing/importer.ts';
import { type ConvertResult, forkImporter } from '../importing/importerProcess.ts';
import { type CliCommand, callerPath, usage } from './command.ts';

export const convert: CliCommand = {
  name: 'convert',
  summary: 'Runs the importer alone: files in, clean CSV or Parquet out',
  help: `tijarat convert FILE|DIR... (--to F.csv|F.parquet | --out DIR) [--stage cells|table] [--report R.json]

  --to FILE       where the one input goes; its ending chooses CSV or Parquet
  --out DIR       a folder for many inputs: each keeps its name, with .csv added;
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
    const out = values.out === undefined ? undefined : callerPath(values.out);
    if (out !== undefined) await mkdir(out, { recursive: true });
    const report = await convertAll(
      inputs,
      (path) => targetOf(path, values.to, out),
      stage,
      io.log,
      io.signal,
    );
    if (values.report !== undefined)
      await writeFile(callerPath(values.report), `${JSON.stringify({ files: report }, null, 2)}\n`);
    for (const { input, problem } of report) {
      if (problem)
        io.log(`${input}: ${problem.message}${problem.remedy ? ` ${problem.remedy}` : ''} [${problem.code}]`);
    }
    return report.some(({ problem }) => problem) ? 1 : 0;
  },
};

interface FileReport extends Partial<ConvertResult> {
  input: string;
  problem?: ProblemData;
}

async function convertAll(
  inputs: readonly string[],
  target: (path: string) => string,
  stage: 'cells' | 'table',
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<FileReport[]> {
  const report: FileReport[] = [];
  const importer = new Importer(forkImporter(), log);
  try {
    for (const path of inputs) {
      // The workshop may write in this folder alone: its output moves from there.
      const to = target(path);
      const folder = await mkdtemp(join(tmpdir(), 'tijarat-convert-'));
      try {
        const format = to.toLowerCase().endsWith('.parquet') ? 'parquet' : 'csv';
        const inside = join(folder, basename(to));
        const result = await importer.convert(
          { path, folder, fiscalYearStart: 7, stage, format, to: inside },
          signal,
        );
        for (const table of result.tables) {
          const final = join(dirname(to), basename(table.file));
          await moveFile(table.file, final);
          table.file = final;
        }
        report.push({ input: path, ...result });
      } catch (error) {
        const problem = toProblemData(error);
        if (problem.code === 'internal' && error instanceof Error) log(error.stack ?? error.message);
        report.push({ input: path, problem });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
  } finally {
    importer.close();
  }
  return report;
}

/** Across file systems a rename is refused: then it is a copy beside the target and a rename over it. */
async function moveFile(from: string, to: string): Promise<void> {
  const { copyFile, rename } = await import('node:fs/promises');
  const beside = `${to}.part`;
  await copyFile(from, beside);
  await rename(beside, to);
}

async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  // A path that is not there is one failed input, told as such by the importer.
  if (!found?.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => join(path, name))
    .sort();
}

function targetOf(path: string, to: string | undefined, out: string | undefined): string {
  return to !== undefined ? callerPath(to) : join(out ?? '', `${basename(path)}.csv`);
}
