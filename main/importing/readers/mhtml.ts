import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import iconv from 'iconv-lite';
import { binaryFile, tooLarge } from '../problems.ts';
import { LARGEST_PAGE, openPages, pageText } from './html.ts';
import type { Reader } from './reader.ts';

/** Parts of one file; a page brings its pictures, a workbook its sheets. */
const MOST_PARTS = 2000;

/** Web archives: pages and workbooks that a browser or Excel saved as one file, .mht or .xls by name. Their pages are read, the rest is passed over. */
export const mhtml: Reader = {
  format: 'web archive',
  extensions: ['.mht', '.mhtml'],
  accepts: ({ head }) => {
    const start = Buffer.from(head.subarray(0, 8192)).toString('latin1');
    const headers = /^(?:\u00ef\u00bb\u00bf)?\s*((?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+)\r?\n/.exec(
      start,
    )?.[1];
    return headers !== undefined && /^content-type:\s*(multipart\/related|text\/html)/im.test(headers);
  },
  async open(path, _head, bytes) {
    const file = basename(path);
    if (bytes > LARGEST_PAGE)
      throw tooLarge(
        file,
        `The web archive is larger than ${LARGEST_PAGE / 2 ** 20} MB.`,
        'Save its table as CSV, and import that.',
      );
    const pages = pagesOf((await readFile(path)).toString('latin1'));
    if (pages.length === 0) throw binaryFile(file, 'a web archive without a page');
    return openPages('web archive', file, pages);
  },
};

/** The text of each page. A file of one page has no boundary. */
function pagesOf(archive: string): string[] {
  const [headers, body] = headersAndBody(archive);
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;]{1,200}))/i
    .exec(headers)
    ?.slice(1)
    .find(Boolean);
  if (boundary === undefined) return pageOf(headers, body);
  return body
    .split(`--${boundary}`, MOST_PARTS)
    .slice(1)
    .flatMap((part) => pageOf(...headersAndBody(part.replace(/^[^\n]*\n/, ''))));
}

function headersAndBody(part: string): [headers: string, body: string] {
  const end = /\r?\n\r?\n/.exec(part);
  if (!end) return ['', part];
  // A header that goes on in the next line begins that with a space.
  const headers = part.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  return [headers, part.slice(end.index + end[0].length)];
}

function pageOf(headers: string, body: string): string[] {
  if (!/^content-type:\s*text\/html/im.test(headers)) return [];
  const coding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase();
  const bytes =
    coding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(coding === 'quoted-printable' ? plain(body) : body, 'latin1');
  const said = /^content-type:[^\n]*charset\s*=\s*"?([\w-]+)/im.exec(headers)?.[1];
  return [said !== undefined && iconv.encodingExists(said) ? iconv.decode(bytes, said) : pageText(bytes)];
}

/** Quoted-printable: "=C3=A9" is two bytes, "=" at the end of a line takes the line end back. */
function plain(text: string): string {
  return text
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
