import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { RecentProject } from '../../shared/contract/app.ts';
import type { OpenProject } from '../project/openProject.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

const MOST = 20;
const Stored = z.array(RecentProject.omit({ missing: true }));

/** The projects that were opened or saved last, newest first, kept in recent.json of the user's folder. */
export interface RecentFiles {
  list(): Promise<RecentProject[]>;
  /** Puts a project that has a file on top. */
  note(project: OpenProject, now: Date): Promise<void>;
  forget(path: string): Promise<void>;
}

export function createRecentFiles(userFolder: string): RecentFiles {
  const file = join(userFolder, 'recent.json');
  const stored = async () => (await readJsonFile(file, Stored)) ?? [];
  return {
    async list() {
      return await Promise.all(
        (await stored()).map(async (entry) => ({
          ...entry,
          missing: await stat(entry.path).then(
            (found) => !found.isFile(),
            () => true,
          ),
        })),
      );
    },
    async note(project, now) {
      const { path, title } = project.status();
      if (path === undefined) return;
      const { tables, pages, decks } = project.document;
      const entry = {
        path,
        title,
        tables: tables.length,
        rows: tables.reduce((rows, table) => rows + table.rowCount, 0),
        pages: pages.length,
        decks: decks.length,
        openedAt: now.toISOString(),
      };
      const others = (await stored()).filter((other) => other.path !== path);
      await writeJsonFile(file, [entry, ...others].slice(0, MOST));
    },
    async forget(path) {
      await writeJsonFile(
        file,
        (await stored()).filter((entry) => entry.path !== path),
      );
    },
  };
}
