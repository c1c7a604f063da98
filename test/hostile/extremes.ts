import { deflateRawSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** A file made to do harm, and what must come of it: the code of a problem, or a table. */
export interface Extreme {
  what: string;
  name: string;
  make(): Uint8Array | string;
  gives: string;
  /** Makes or takes hundreds of megabytes: only with `npm run test:hostile`. */
  isSlow?: boolean;
}

const MB = 2 ** 20;
const text = (words: string) => new TextEncoder().encode(words);
const zeros = (megabytes: number) => new Uint8Array(megabytes * MB);

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
const RELS = (type: string, target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const BOOK =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>';

/** A workbook of one sheet with this inside, and whatever stands before its root. */
function workbook(sheet: string, before = '', more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': text(TYPES),
    '_rels/.rels': text(RELS('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': text(BOOK),
    'xl/_rels/workbook.xml.rels': text(RELS('worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': text(
      `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
    ),
    ...more,
  });
}

const inline = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const SMALL = `<sheetData><row r="1">${inline('A1', 'month')}${inline('B1', 'value')}</row><row r="2">${inline('A2', '2025-01')}<c r="B2"><v>1</v></c></row></sheetData>`;

/** Writes another unpacked size into every entry of a zip's directory and before its parts. */
function lying(zip: Uint8Array, unpacked: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 46 < zip.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x02014b50) view.setUint32(at + 24, unpacked, true);
    if (mark === 0x04034b50) view.setUint32(at + 22, unpacked, true);
  }
  return zip;
}

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a0 "lol">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};&a${i};&a${i};&a${i};&a${i};&a${i};&a${i};&a${i};&a${i};">`).join('')}]>`;
const row = (cells: number, make: (i: number) => string) => Array.from({ length: cells }, (_, i) => make(i));

/** "A" to "XFD". */
function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (column % 26));
}

export const extremes: readonly Extreme[] = [
  {
    what: 'a packed text that grows a thousandfold',
    name: 'bomb.csv.gz',
    make: () => gzipSync(zeros(100), { level: 9 }),
    gives: 'import.too-large',
  },
  {
    what: 'an archive whose file grows a thousandfold',
    name: 'bomb.zip',
    make: () => zipSync({ 'a.csv': zeros(100) }, { level: 9 }),
    gives: 'import.too-large',
  },
  {
    what: 'an archive that lies about how large its file is',
    name: 'liar.zip',
    make: () => lying(zipSync({ 'a.csv': zeros(100) }, { level: 9 }), 100),
    gives: 'import.damaged',
  },
  {
    what: 'an archive of 60,000 files',
    name: 'crowd.zip',
    isSlow: true,
    make: () =>
      zipSync(Object.fromEntries(row(60_000, (i) => `f${i}.csv`).map((name) => [name, text('a')])), {
        level: 0,
      }),
    gives: 'import.too-large',
  },
  {
    what: 'a sheet that claims every cell there can be, and has four',
    name: 'dimension.xlsx',
    make: () => workbook(`<dimension ref="A1:XFD1048576"/>${SMALL}`),
    gives: 'table',
  },
  {
    what: 'archives inside archives',
    name: 'nested.zip',
    make: () => zipSync({ 'b.dat': zipSync({ 'c.dat': zipSync({ 'd.csv': text('a,b\n1,2\n') }) }) }),
    gives: 'import.unsupported',
  },
  {
    what: 'an archive of six thousand files',
    name: 'many.zip',
    make: () =>
      zipSync(Object.fromEntries(row(6000, (i) => `f${i}.csv`).map((name) => [name, text('a,b\n1,2\n')]))),
    gives: 'import.too-large',
  },
  {
    what: 'a name that climbs out of its folder',
    name: 'climber.zip',
    make: () => zipSync({ '../../../../climbed.csv': text('month,value\n2025-01,1\n2025-02,2\n') }),
    gives: 'table',
  },
  {
    what: 'a workbook that unpacks to two gigabytes and says so',
    name: 'bomb.xlsx',
    make: () => lying(workbook(SMALL), 2_000_000_000),
    gives: 'import.too-large',
  },
  {
    what: 'a workbook whose sheet grows to 700 MB and says that it is small',
    name: 'liar.xlsx',
    isSlow: true,
    make: () => {
      const part = deflateRawSync(Buffer.alloc(700 * MB, 32), { level: 1 });
      return storedZip(part);
    },
    gives: 'any',
  },
  {
    what: 'a workbook with entities that grow tenfold thirty times',
    name: 'laughs.xlsx',
    make: () =>
      workbook(
        `<sheetData><row r="1">${inline('A1', 'a')}${inline('B1', 'b')}</row><row r="2">${inline('A2', '&a30;')}${inline('B2', '2')}</row></sheetData>`,
        LAUGHS,
      ),
    gives: 'any',
  },
  {
    what: 'a workbook that names a file of the machine as an entity',
    name: 'external.xlsx',
    make: () =>
      workbook(
        `<sheetData><row r="1">${inline('A1', 'a')}${inline('B1', 'b')}</row><row r="2">${inline('A2', '&x;')}${inline('B2', '2')}</row></sheetData>`,
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      ),
    gives: 'any',
  },
  {
    what: 'a workbook of 16,384 columns',
    name: 'wide.xlsx',
    make: () =>
      workbook(
        `<sheetData>${[1, 2, 3].map((line) => `<row r="${line}">${row(16_384, (i) => (line === 1 ? inline(`${columnName(i)}1`, `c${i}`) : `<c r="${columnName(i)}${line}"><v>${i}</v></c>`)).join('')}</row>`).join('')}</sheetData>`,
      ),
    gives: 'import.too-large',
  },
  {
    what: 'a sheet that claims every cell there can be, and has three',
    name: 'claim.xlsx',
    make: () =>
      workbook(
        `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${inline('A1', 'month')}${inline('B1', 'value')}</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`,
      ),
    gives: 'any',
  },
  {
    what: 'a cell of 100 MB in a workbook',
    name: 'cell.xlsx',
    isSlow: true,
    make: () =>
      workbook(
        `<sheetData><row r="1">${inline('A1', 'x'.repeat(100 * MB))}</row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>`,
      ),
    gives: 'import.too-large',
  },
  {
    what: 'a cell of 100 MB in a text',
    name: 'cell.csv',
    isSlow: true,
    make: () => `month,note\n2025-01,"${'x'.repeat(100 * MB)}"\n2025-02,b\n`,
    gives: 'import.too-large',
  },
  {
    what: '100 MB in one line without a delimiter',
    name: 'line.csv',
    isSlow: true,
    make: () => 'x'.repeat(100 * MB),
    gives: 'import.too-large',
  },
  {
    what: '40 MB of opening quotes',
    name: 'quotes.csv',
    isSlow: true,
    make: () => `a,b\n${'"x,'.repeat(14 * MB)}`,
    gives: 'import.too-large',
  },
  {
    what: 'a header of 10,000 lines in one cell',
    name: 'tall.csv',
    make: () => `"${'name\n'.repeat(10_000)}",value\n2025-01,1\n2025-02,2\n`,
    gives: 'any',
  },
  {
    what: 'a header of 10,000 lines',
    name: 'head.csv',
    make: () => `${'group,name,of\n'.repeat(10_000)}2025-01,1,2\n2025-02,2,3\n`,
    gives: 'any',
  },
  {
    what: 'a text of 20,000 columns',
    name: 'wide.csv',
    make: () => `${row(20_000, (i) => `c${i}`).join(',')}\n${row(20_000, String).join(',')}\n`,
    gives: 'import.too-large',
  },
  {
    what: 'NUL bytes',
    name: 'nul.csv',
    make: () => `month,value\n2025-01,${'\0'.repeat(5000)}\n`,
    gives: 'import.binary',
  },
  {
    what: 'JSON 100,000 levels deep',
    name: 'deep.json',
    make: () => `${'['.repeat(100_000)}1${']'.repeat(100_000)}`,
    gives: 'import.damaged',
  },
  {
    what: 'records 100,000 levels deep',
    name: 'deep.ndjson',
    make: () => `{"a":1}\n{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}\n`,
    gives: 'any',
  },
  {
    what: 'a JSON of more values than memory has room for',
    name: 'dense.json',
    make: () => `[${'[1,2,3,4,5,6,7],'.repeat(500_000)}[1]]`,
    gives: 'import.too-large',
  },
  {
    what: 'a page whose cells reach into all others',
    name: 'spans.html',
    make: () =>
      `<table><tr>${'<td colspan=1000 rowspan=65534>a'.repeat(16)}</tr>${'<tr><td>x</tr>'.repeat(100_000)}</table>`,
    gives: 'import.too-large',
  },
  {
    what: 'a page of 10,000 tables inside each other',
    name: 'nested.html',
    make: () =>
      `<html>${'<table><tr><td>a'.repeat(10_000)}<table><tr><th>month<th>value<tr><td>2025-01<td>1<tr><td>2025-02<td>2</table>${'</td></tr></table>'.repeat(10_000)}</html>`,
    gives: 'table',
  },
  {
    what: 'nothing but line ends',
    name: 'lines.csv',
    make: () => '\r\n'.repeat(2_000_000),
    gives: 'import.empty',
  },
  {
    what: 'nothing but a byte order mark',
    name: 'mark.csv',
    make: () => new Uint8Array([0xff, 0xfe]),
    gives: 'import.empty',
  },
  {
    what: 'a text of 60 MB in one value of a JSON',
    name: 'cell.json',
    isSlow: true,
    make: () => `[{"a":"${'x'.repeat(60 * MB)}"},{"a":"1"}]`,
    gives: 'import.too-large',
  },
  {
    what: 'a JSON of 100 MB',
    name: 'large.json',
    isSlow: true,
    make: () => `[{"a":"${'x'.repeat(100 * MB)}"}]`,
    gives: 'import.too-large',
  },
  {
    what: 'Parquet of noise between its marks',
    name: 'noise.parquet',
    make: () => Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(3000, 0xa5), Buffer.from('PAR1')]),
    gives: 'import.damaged',
  },
  {
    what: 'Parquet with a footer longer than itself',
    name: 'footer.parquet',
    make: () =>
      Buffer.concat([Buffer.from('PAR1'), Buffer.from([0xff, 0xff, 0xff, 0x7f]), Buffer.from('PAR1')]),
    gives: 'import.damaged',
  },
];

/** A workbook whose sheet is this packed part, its unpacked size told as one kilobyte. */
function storedZip(part: Buffer): Uint8Array {
  const zip = Buffer.from(workbook(SMALL));
  const name = Buffer.from('xl/worksheets/sheet2.xml');
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const [count, directory] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt32LE(directory, 42);
  for (const [header, at] of [
    [local, 8],
    [central, 10],
  ] as const) {
    header.writeUInt16LE(8, at);
    header.writeUInt32LE(part.length, at + 10);
    header.writeUInt32LE(1024, at + 14);
    header.writeUInt16LE(name.length, at + 18);
  }
  const before = Buffer.concat([zip.subarray(0, directory), local, name, part]);
  const entries = Buffer.concat([zip.subarray(directory, end), central, name]);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(count + 1, 8);
  tail.writeUInt16LE(count + 1, 10);
  tail.writeUInt32LE(entries.length, 12);
  tail.writeUInt32LE(before.length, 16);
  return Buffer.concat([before, entries, tail]);
}
