import { basename } from 'node:path';
import { damagedFile } from '../problems.ts';
import type { Reader } from './reader.ts';

const NAMESPACE = 'urn:schemas-microsoft-com:office:spreadsheet';
/** What a whole file ends with: the library reads one that is cut short without a word. */
const END = '</Workbook>';

/** The one-file XML of Excel 2002 and 2003, which offices still hand out under the name .xls. */
export const spreadsheetXml: Reader = {
  format: 'Excel 2003 XML',
  extensions: ['.xml'],
  accepts: ({ head }) => {
    const start = textOf(head.subarray(0, 16_384));
    return /^\s*<(\?xml|([\w.-]+:)?workbook)\b/i.test(start) && start.includes(NAMESPACE);
  },
  async open(path, head, bytes) {
    if (bytes === head.length && !/<\/([\w.-]+:)?Workbook\s*>/.test(textOf(head)))
      throw damagedFile(basename(path), `its end, ${END}, is missing`);
    // A large library: loaded by those who need it.
    const { openWorkbook } = await import('./workbookRows.ts');
    return await openWorkbook('Excel 2003 XML', path, bytes);
  },
};

/** Names and tags of it are plain letters in any of the encodings. */
function textOf(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return (head[0] === 0xff && head[1] === 0xfe ? text.toString('utf16le') : text.toString('utf8')).replace(
    '\ufeff',
    '',
  );
}
