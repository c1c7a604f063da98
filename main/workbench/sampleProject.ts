import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createProject, openCopy } from '../project/loadProject.ts';
import type { OpenProject } from '../project/openProject.ts';
import type { Bench } from './bench.ts';
import { createBench } from './createBench.ts';
import { buildSample } from './sample/buildSample.ts';

/**
 * A copy of the sample project, saved nowhere. The sample is built once for each version of the program, from the releases in its
 * assets, and kept in the user's folder: a copy of that opens at once, without steps in its undo list.
 */
export async function sampleProject({ options }: Bench, signal: AbortSignal): Promise<OpenProject> {
  const folder = join(options.userFolder, 'sample');
  const path = join(folder, `${options.version}.tijarat`);
  if (!(await stat(path).catch(() => null))) {
    await mkdir(folder, { recursive: true });
    const scratch = join(folder, options.newId());
    await mkdir(scratch);
    try {
      await build({ ...options, userFolder: scratch }, path, signal);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }
  return await openCopy(options, path);
}

/** On a bench of its own, so that no window sees the project grow. */
async function build(options: Bench['options'], path: string, signal: AbortSignal): Promise<void> {
  const bench = createBench(options, () => ({ serve: () => {}, emit: () => {} }));
  await bench.replace(await createProject(options, 'Pakistan IT exports'));
  try {
    await buildSample(bench, signal);
    await bench.project().save({ path });
  } finally {
    await bench.project().close({ keepJournal: false });
  }
}
