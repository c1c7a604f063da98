import type { Reader } from './reader.ts';
import { refuseBomb } from './refuseBomb.ts';

/** Excel's binary workbook. */
export const xlsb: Reader = {
  format: 'xlsb',
  extensions: ['.xlsb'],
  accepts: ({ parts }) => parts.includes('xl/workbook.bin'),
  async open(path, _head, bytes) {
    await refuseBomb(path);
    // A large library: loaded by those who need it.
    const { openWorkbook } = await import('./workbookRows.ts');
    return await openWorkbook('xlsb', path, bytes);
  },
};
