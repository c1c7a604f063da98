import { open } from 'node:fs/promises';
import { ZipReader } from '@zip.js/zip.js';
import { FileReader } from '../../project/container/zipFile.ts';
import { damagedFile, tooLarge } from '../problems.ts';

/** A publication in more parts than this is not one that a person picks a table from. */
const MOST_PARTS = 5000;

/** One part of a zip archive, before it is unpacked. Sizes are in bytes, as the archive states them. */
export interface ArchivePart {
  name: string;
  isFolder: boolean;
  isEncrypted: boolean;
  packed: number;
  unpacked: number;
  /** Unpacks while the archive is open. */
  write(to: WritableStream<Uint8Array>): Promise<void>;
}

/** Reads the directory of the zip at `path` and hands it to `use`. Problems: import.damaged, import.too-large. */
export async function withArchive<T>(
  path: string,
  file: string,
  use: (parts: ArchivePart[]) => Promise<T>,
): Promise<T> {
  const handle = await open(path, 'r');
  try {
    return await use(
      await partsOf(new ZipReader(new FileReader(handle), { normalizeFilename: shownName }), file),
    );
  } finally {
    await handle.close();
  }
}

async function partsOf(zip: ZipReader<unknown>, file: string): Promise<ArchivePart[]> {
  const parts: ArchivePart[] = [];
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      if (parts.length === MOST_PARTS)
        throw tooLarge(file, `The archive holds more than ${MOST_PARTS} files.`, UNPACK);
      parts.push({
        name: entry.filename,
        isFolder: entry.directory,
        isEncrypted: entry.encrypted,
        packed: entry.compressedSize,
        unpacked: entry.uncompressedSize,
        async write(to) {
          if (!entry.directory) await entry.getData(to, { checkSignature: true });
        },
      });
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'Problem') throw error;
    throw damagedFile(file, 'its list of parts is broken or its end is missing', error);
  }
  return parts;
}

/** Names are only shown; zip.js 2.24.0 refuses those that climb out of a folder, which would take the data with them. */
function shownName(name: string): string {
  return name
    .split(/[\\/]/)
    .filter(
      (step, i, all) =>
        step !== '..' && step !== '.' && (step !== '' || i === all.length - 1) && !/^[a-z]:$/i.test(step),
    )
    .join('/');
}

/** The way out of an archive that is too much for us. */
export const UNPACK = 'Unpack it, and import the file that you need.';
