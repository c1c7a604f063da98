import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import type { ConvertResult } from '../importing/convertReport.ts';
import { Importer } from '../importing/importer.ts';
import { forkImporter, type SpawnImporter } from '../importing/importerProcess.ts';

export interface FileReport extends Partial<ConvertResult> {
  input: string;
  problem?: ProblemData;
}

interface Conversion {
  stage: 'cells' | 'table';
  log(line: string): void;
  signal: AbortSignal;
  spawnImporter?: SpawnImporter;
}

interface ToConvert {
  path: string;
  to: string;
}

/** Asked at a time: the importer reads one while its engine works on another and the output of a third moves to its place. */
const AT_ONCE = 4;

/** Converts the inputs by one importer; a report for each, in their order. What a crash took with it is tried again by itself. */
export async function convertAll(
  inputs: readonly ToConvert[],
  conversion: Conversion,
): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  const importer = new Importer(conversion.spawnImporter ?? forkImporter(), conversion.log);
  const sharedFolder = await mkdtemp(join(tmpdir(), 'tijarat-convert-'));
  const taken = new Set<string>();
  const convert = async (i: number): Promise<FileReport> => {
    const { path, to } = inputs[i] ?? { path: '', to: '' };
    return await convertOne(path, to, join(sharedFolder, String(i)), sharedFolder, importer, conversion);
  };
  try {
    let next = 0;
    const work = async () => {
      for (let i = next++; i < inputs.length; i = next++) {
        const { path, to } = inputs[i] ?? { path: '', to: '' };
        const isTaken = taken.has(to);
        taken.add(to);
        reports[i] = isTaken ? { input: path, problem: sameTarget(to) } : await convert(i);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    for (const [i, { problem }] of reports.entries())
      if (problem?.code === 'import.crashed' && inputs.length > 1) reports[i] = await convert(i);
    return reports;
  } finally {
    importer.close();
    await rm(sharedFolder, { recursive: true, force: true });
  }
}

async function convertOne(
  path: string,
  to: string,
  folder: string,
  sharedFolder: string,
  importer: Importer,
  { stage, log, signal }: Conversion,
): Promise<FileReport> {
  try {
    // The workshop may write in this folder alone: its output moves from there.
    await mkdir(folder, { recursive: true });
    const format = to.toLowerCase().endsWith('.parquet') ? 'parquet' : 'csv';
    const result = await importer.convert(
      { path, folder, sharedFolder, fiscalYearStart: 7, stage, format, to: join(folder, basename(to)) },
      signal,
    );
    await mkdir(dirname(to), { recursive: true });
    for (const table of result.tables) {
      const final = join(dirname(to), basename(table.file));
      await moveFile(table.file, final);
      table.file = final;
    }
    return { input: path, ...result };
  } catch (error) {
    signal.throwIfAborted();
    const problem = toProblemData(error);
    if (problem.code === 'internal' && error instanceof Error) log(error.stack ?? error.message);
    return { input: path, problem };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sameTarget(to: string): ProblemData {
  return {
    code: 'convert.same-target',
    message: `Another input is written to ${basename(to)} already.`,
    remedy: 'Convert it by itself, or give it another name.',
  };
}

/** Where the target is on another file system a rename is refused: then it is a copy beside it and a rename over it. */
async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch {
    const beside = `${to}.part`;
    await copyFile(from, beside);
    await rename(beside, to);
  }
}
