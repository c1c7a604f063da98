import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { withContent } from '../support/importFile.ts';

const look = async (name: string, content: string | Uint8Array) =>
  await withContent(name, content, async (session) => await session.preview(await session.propose()));

const cell = (text: string, type = 'String', more = '') =>
  `<Cell${more}><Data ss:Type="${type}">${text}</Data></Cell>`;
const book = `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Exports"><Table>
<Row>${cell('Exports of services (Million US$)', 'String', ' ss:MergeAcross="2"')}</Row>
<Row ss:Index="3">${cell('Item')}${cell('FY23')}${cell('FY24')}</Row>
<Row>${cell('Computer &amp; software')}${cell('2000.5', 'Number')}</Row>
<Row>${cell('Telecom')}${cell('700', 'Number', ' ss:Index="3"')}</Row>
</Table></Worksheet>
<Worksheet ss:Name="Other"><Table><Row>${cell('x')}</Row></Table></Worksheet>
</Workbook>`;

const page = (rows: string) => `<html><body><table>${rows}</table></body></html>`;
const rows =
  '<tr><td>Item</td><td>Jul-24</td><td>Aug-24</td></tr><tr><td>Caf\u00e9s = bars</td><td>1,200.5</td><td>3</td></tr><tr><td>Telecom</td><td>20</td><td>30</td></tr>';

function webArchive(coding: 'quoted-printable' | 'base64'): string {
  const bytes = Buffer.from(page(rows));
  const body =
    coding === 'base64'
      ? bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
      : [...bytes]
          .map((byte) =>
            byte > 126 || byte === 61
              ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
              : String.fromCharCode(byte),
          )
          .join('')
          .replace(/(<td>)/g, '$1=\r\n');
  return [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    ' boundary="----=_Part_1"; type="text/html"',
    '',
    'This is a web archive.',
    '------=_Part_1',
    `Content-Transfer-Encoding: ${coding}`,
    'Content-Type: text/html; charset="utf-8"',
    '',
    body,
    '------=_Part_1',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'PHRhYmxlPjx0cj48dGQ+bm8=',
    '------=_Part_1--',
    '',
  ].join('\r\n');
}

describe('the one-file XML of Excel 2003', () => {
  test('is a workbook, whatever its name', async () => {
    const preview = await look('exports.xls', book);
    expect(preview.sheets.map(({ name }) => name)).toEqual(['Exports', 'Other']);
    expect(preview.result.rows.map(({ cells }) => cells)).toEqual([
      ['Computer & software', 'FY2023', '2000.5'],
      ['Computer & software', 'FY2024', ''],
      ['Telecom', 'FY2023', ''],
      ['Telecom', 'FY2024', '700.0'],
    ]);
    expect(preview.result.columns[2]?.unit).toBe('US$ million');
    expect(preview.notes.map(({ code }) => code)).toContain('import.wrong-extension');
  });

  test('cut short it is refused', async () => {
    await expect(look('exports.xls', book.slice(0, -60))).rejects.toMatchObject({ code: 'import.damaged' });
  });
});

test.each(['quoted-printable', 'base64'] as const)('a web archive is its page (%s)', async (coding) => {
  for (const name of ['page.mht', 'page.xls']) {
    const preview = await look(name, webArchive(coding));
    expect(preview.format).toBe('web archive');
    expect(preview.result.rows.slice(0, 2).map(({ cells }) => cells)).toEqual([
      ['Caf\u00e9s = bars', 'Jul 2024', '1200.5'],
      ['Caf\u00e9s = bars', 'Aug 2024', '3.0'],
    ]);
    expect(preview.result.rowCount).toBe(4);
  }
});

test.each([
  ['bare.mht', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>nothing</p>', 'import.binary'],
  [
    'data.xml',
    '<?xml version="1.0"?>\n<message:StructureSpecificData xmlns:message="http://www.sdmx.org/x"/>',
    'import.xml',
  ],
  ['feed.xml', '\ufeff<?xml version="1.0"?>\n<rows><row a="1"/></rows>', 'import.xml'],
])('%s is refused in words', async (name, content, code) => {
  await expect(look(name, content)).rejects.toMatchObject({ code, remedy: expect.stringMatching(/./) });
});

describe('an archive as the World Bank publishes it', () => {
  const data = `\ufeff"Data Source","World Development Indicators",\n\n"Last Updated Date","2025-10-07",\n\n"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020","2021",\n"پاکستان","PAK","Exports (current US$)","BX.ICT","1190","1440","2110",\n"South Asia","SAS","Exports (current US$)","BX.ICT","70000","","90000",\n"India","IND","Exports (current US$)","BX.ICT","64900","68000","",\n`;
  const countries = `\ufeff"Country Code","Region","SpecialNotes","TableName",\n${Array.from({ length: 300 }, (_, i) => `"C${i}","Europe","A long remark on how area ${i} counts","Area ${i}",\n`).join('')}`;
  const indicators =
    '\ufeff"INDICATOR_CODE","INDICATOR_NAME","SOURCE_NOTE","SOURCE_ORGANIZATION",\n"BX.ICT","Exports (current US$)","Telecommunications, computer and information services.","IMF",\n';
  const zip = zipSync({
    'Metadata_Country_API.csv': strToU8(countries),
    'API_BX.ICT.csv': strToU8(data),
    'Metadata_Indicator_API.csv': strToU8(indicators),
  });

  test('the figures are the table, though a list of countries is larger', async () => {
    const preview = await look('API_BX.zip', zip);
    expect(preview.sheets.map(({ name }) => name)).toEqual([
      'API_BX.ICT.csv',
      'Metadata_Indicator_API.csv',
      'Metadata_Country_API.csv',
    ]);
    expect(preview.result.columns.map(({ name }) => name)).toEqual([
      'Country Code',
      'Indicator Code',
      'period',
      'value',
    ]);
    // The comma at the end of every line is no column.
    expect(preview.result.rowCount).toBe(9);
    expect(preview.result.columns[0]?.labels?.PAK).toBe('پاکستان');
    expect(preview.result.columns[3]?.unit).toBe('US$');
    expect(preview.notes.find(({ code }) => code === 'codes.groups')?.text).toContain('South Asia');
  });

  test('what it says of the indicator comes first among the notes, and can be read as a table', async () => {
    await withContent('API_BX.zip', zip, async (session) => {
      const { notes } = await session.preview(await session.propose());
      const described = notes.find(({ code }) => code === 'import.described');
      expect(described?.count).toBe(301);
      expect(described?.text).toContain(
        'SOURCE_NOTE: Telecommunications, computer and information services.',
      );
      expect(described?.cells?.[1]).toEqual({
        place: { file: 'API_BX.zip › Metadata_Country_API.csv' },
        text: 'Country Code: C0; Region: Europe; SpecialNotes: A long remark on how area 0 counts; TableName: Area 0',
      });
      const sheet = await session.propose([{ step: 'readSheet', sheet: 'Metadata_Country_API.csv' }]);
      expect((await session.preview(sheet)).result.rowCount).toBe(300);
    });
  });
});
