import { copyFile, rename, rm } from 'node:fs/promises';

/** Moves a file, across disks where it must: the user's folder and the project's may lie on two. */
export async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch {
    await copyFile(from, to);
    await rm(from, { force: true });
  }
}
