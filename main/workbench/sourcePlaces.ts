import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SourcePlace } from '../../shared/contract/refreshing.ts';
import type { Source } from '../../shared/model/source.ts';
import { fileFacts } from '../importing/fileFacts.ts';
import { folderMark } from './folderMark.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

const MOST = 2000;
const Seen = z.object({
  path: z.string(),
  bytes: z.number(),
  changedAt: z.number(),
  sha256: z.string(),
  /** Of a folder: what its files were, by name, size and time. */
  files: z.string().optional(),
});
type Seen = z.infer<typeof Seen>;
const Stored = z.record(z.string(), Seen);

/**
 * Where the files of sources lie on this machine, by the source's id, kept in sources.json of the user's folder: a project is mailed, and
 * a path says who works where. Ids are never given twice, so a copy of a project finds its files as well.
 */
export interface SourcePlaces {
  /** The place of a file, or of the folder that holds the files of the source. */
  note(source: string, path: string, sha256: string): Promise<void>;
  check(sources: readonly Source[], signal: AbortSignal): Promise<SourcePlace[]>;
}

export function createSourcePlaces(userFolder: string): SourcePlaces {
  const file = join(userFolder, 'sources.json');
  const stored = async () => (await readJsonFile(file, Stored)) ?? {};
  /** One write after the other: each keeps what the one before noted. */
  let last: Promise<void> = Promise.resolve();
  const write = (source: string, seen: Seen): Promise<void> => {
    last = last.then(async () => {
      const { [source]: _, ...others } = await stored();
      const kept = Object.entries(others).slice(-(MOST - 1));
      await writeJsonFile(file, Object.fromEntries([...kept, [source, seen]]));
    });
    const written = last;
    last = last.catch(() => undefined);
    return written;
  };
  return {
    async note(source, path, sha256) {
      const found = await stat(path);
      const files = found.isDirectory()
        ? { files: await folderMark(path, new AbortController().signal) }
        : {};
      await write(source, { path, bytes: found.size, changedAt: found.mtimeMs, sha256, ...files });
    },
    async check(sources, signal) {
      const places = await stored();
      return await Promise.all(
        sources.map(async (source): Promise<SourcePlace> => {
          const seen = places[source.id];
          if (!seen) return { source: source.id, state: 'unknown' };
          const place = { source: source.id, path: seen.path };
          const found = await stat(seen.path).catch(() => null);
          if (found?.isDirectory() && seen.files !== undefined) {
            const files = await folderMark(seen.path, signal).catch(() => null);
            signal.throwIfAborted();
            if (files === null) return { ...place, state: 'missing' };
            const isSame = files === seen.files && seen.sha256 === source.sha256;
            return { ...place, state: isSame ? 'here' : 'changed' };
          }
          if (!found?.isFile()) return { ...place, state: 'missing' };
          const isUntouched = found.size === seen.bytes && found.mtimeMs === seen.changedAt;
          if (isUntouched) return { ...place, state: seen.sha256 === source.sha256 ? 'here' : 'changed' };
          // A file that was only touched or copied holds the same bytes: its hash tells, and is asked for once.
          const facts = await fileFacts(seen.path, signal).catch(() => null);
          signal.throwIfAborted();
          if (!facts) return { ...place, state: 'missing' };
          await write(source.id, {
            path: seen.path,
            bytes: found.size,
            changedAt: found.mtimeMs,
            sha256: facts.sha256,
          });
          return { ...place, state: facts.sha256 === source.sha256 ? 'here' : 'changed' };
        }),
      );
    },
  };
}
