import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

const Session = z.object({ work: z.string() });

/** Names the open project, so that a workbench that was killed brings it back when it starts again. */
export interface Session {
  read(): Promise<string | null>;
  write(work: string | null): Promise<void>;
}

export function createSession(userFolder: string): Session {
  const path = join(userFolder, 'session.json');
  return {
    read: async () => (await readJsonFile(path, Session))?.work ?? null,
    async write(work) {
      if (work === null) await rm(path, { force: true });
      else await writeJsonFile(path, { work });
    },
  };
}
