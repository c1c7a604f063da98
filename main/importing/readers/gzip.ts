import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Problem } from '../../../shared/contract/problem.ts';
import { binaryFile, damagedFile } from '../problems.ts';
import type { Reader } from './reader.ts';
import { bounded, dropUnpacked, unpackedPath } from './unpackTo.ts';

/** One packed file: unpacked into the work folder as it streams, then read as what it holds. The name stored inside is not looked at. */
export const gzip: Reader = {
  format: 'gzip',
  extensions: ['.gz', '.gzip', '.tgz'],
  accepts: ({ head }) => head[0] === 0x1f && head[1] === 0x8b,
  async open(path, _head, bytes, { folder, openInside }) {
    const file = basename(path);
    const to = unpackedPath(folder);
    try {
      await pipeline(createReadStream(path), createGunzip(), bounded(file, bytes), createWriteStream(to));
    } catch (error) {
      await dropUnpacked(to);
      if (error instanceof Problem) throw error;
      throw damagedFile(file, 'it cannot be unpacked to its end', error);
    }
    if (await isTar(to)) {
      await dropUnpacked(to);
      throw binaryFile(file, 'an archive of several files (tar)');
    }
    return await openInside(to, file.replace(/\.g(z|zip)$/i, ''));
  },
};

/** A tar says so at byte 257. */
async function isTar(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(5), 0, 5, 257);
    return bytesRead === 5 && buffer.toString('latin1') === 'ustar';
  } finally {
    await handle.close();
  }
}
