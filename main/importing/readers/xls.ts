import { basename } from 'node:path';
import { binaryFile } from '../problems.ts';
import type { Reader } from './reader.ts';

/** Excel 97 to 2003 and 95, which share a container with old Word and PowerPoint files. */
export const xls: Reader = {
  format: 'xls',
  extensions: ['.xls', '.xlt'],
  accepts: ({ head }) => Buffer.from(head.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1',
  async open(path, head, bytes) {
    for (const [stream, what] of [
      ['WordDocument', 'a Word document'],
      ['PowerPoint Document', 'a presentation'],
    ] as const)
      if (Buffer.from(head).includes(Buffer.from(stream, 'utf16le'))) throw binaryFile(basename(path), what);
    // A large library: loaded by those who need it.
    const { openWorkbook } = await import('./workbookRows.ts');
    return await openWorkbook('xls', path, bytes);
  },
};
