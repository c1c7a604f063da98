import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportSession } from '../../../../main/importing/session.ts';

export const corpus = (name: string) => join(import.meta.dirname, '../../../corpus/delimited', name);

/** Opens a file as the importer's process does, July opening the fiscal year, and cleans up behind `look`. */
export async function withFile<T>(path: string, look: (session: ImportSession) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  try {
    const session = await ImportSession.open(path, folder, 7, () => undefined);
    try {
      return await look(session);
    } finally {
      session.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same for content that the test makes. */
export async function withContent<T>(
  name: string,
  content: string | Uint8Array,
  look: (session: ImportSession) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  try {
    const path = join(folder, name);
    await writeFile(path, content);
    return await withFile(path, look);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a file becomes when nobody touches the recipe. */
export async function imported(path: string) {
  return await withFile(path, async (session) => await session.preview(await session.propose()));
}
