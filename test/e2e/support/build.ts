import { buildForHosts } from '../../../main/starting/buildProgram.ts';

/** The page and the sample project, before the first test. Vitest takes nothing back from it. */
export async function setup(): Promise<void> {
  await buildForHosts();
}
