import { realpath, rm } from 'node:fs/promises';
import { openProject } from '../project/loadProject.ts';
import type { OpenProject, ProjectEnvironment } from '../project/openProject.ts';
import { recoverProject } from '../project/recoverProject.ts';
import { abandonedWork, workFolder } from '../project/workFolder.ts';

/** Opens a file; where a run that ended badly left changes to it, they come back with it (the status says how many). */
export async function openOrRecover(
  environment: ProjectEnvironment,
  path: string,
  signal?: AbortSignal,
): Promise<OpenProject> {
  const real = await realpath(path).catch(() => path);
  const left = (await abandonedWork(environment.userFolder)).filter((work) => work.path === real);
  for (const work of left.filter(({ changes }) => changes === 0)) {
    await rm(workFolder(environment.userFolder, work.id).path, { recursive: true, force: true });
  }
  const newest = left.filter(({ changes }) => changes > 0).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return newest ? await recoverProject(environment, newest.id) : await openProject(environment, path, signal);
}
