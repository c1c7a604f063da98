import type { Reader } from './reader.ts';
import { refuseBomb } from './refuseBomb.ts';
import { openWorkbook } from './workbookRows.ts';

/** Excel's binary workbook. */
export const xlsb: Reader = {
  format: 'xlsb',
  extensions: ['.xlsb'],
  accepts: ({ parts }) => parts.includes('xl/workbook.bin'),
  async open(path, _head, bytes) {
    await refuseBomb(path);
    return await openWorkbook('xlsb', path, bytes);
  },
};
