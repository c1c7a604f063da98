import { basename } from 'node:path';
import { encryptedFile, tooLarge } from '../problems.ts';
import { withArchive } from './archiveParts.ts';

/** A workbook's parts are unpacked in memory: 600 MB of them fit beside what is made of them. */
const LARGEST_UNPACKED = 600 * 2 ** 20;

/** Refuses a packed workbook by its directory, before anything is unpacked. Problems: import.too-large, import.encrypted. */
export async function refuseBomb(path: string): Promise<void> {
  const file = basename(path);
  await withArchive(path, file, async (parts) => {
    if (parts.some(({ isEncrypted }) => isEncrypted)) throw encryptedFile(file);
    const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0);
    if (unpacked > LARGEST_UNPACKED)
      throw tooLarge(file, `The workbook would unpack to ${Math.round(unpacked / 2 ** 20)} MB.`);
  });
}
