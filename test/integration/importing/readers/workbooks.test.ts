import { utils, type WorkBook, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { withContent } from '../support/importFile.ts';

function book(): WorkBook {
  const sheet = utils.aoa_to_sheet(
    [
      ['Month', 'Value', 'Flag'],
      [new Date(Date.UTC(2024, 6, 1)), 1.5, true],
      [new Date(Date.UTC(2024, 7, 1, 12, 30)), 0.1, false],
    ],
    { UTC: true },
  );
  sheet['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 0, c: 2 } }];
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet([['secret'], [1]]), 'Hidden');
  utils.book_append_sheet(made, sheet, 'Services');
  made.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
  return made;
}

test.each([
  ['xls', 'biff8'],
  ['xlsb', 'xlsb'],
] as const)('%s: values, dates, merged cells and the hidden sheet', async (format, bookType) => {
  const content: Uint8Array = write(book(), { type: 'buffer', bookType });
  await withContent(`file.${format}`, content, async (session) => {
    expect(session.file).toMatchObject({
      format,
      sheets: [
        { name: 'Hidden', hidden: true },
        { name: 'Services', hidden: false },
      ],
    });
    const preview = await session.preview(await session.propose());
    expect(preview.recipe[0]).toEqual({ step: 'readSheet', sheet: 'Services' });
    expect(preview.raw.slice(1)).toEqual([
      { line: 2, cells: ['2024-07-01', '1.5', 'true'] },
      { line: 3, cells: ['2024-08-01T12:30:00', '0.1', 'false'] },
    ]);
    expect(session.oddities).toContainEqual(expect.objectContaining({ code: 'import.merged', line: 1 }));
  });
});

test('ods of SheetJS: a date stored as a styled number is a date', async () => {
  const content: Uint8Array = write(book(), { type: 'buffer', bookType: 'ods' });
  await withContent('file.ods', content, async (session) => {
    const preview = await session.preview(await session.propose([{ step: 'readSheet', sheet: 'Services' }]));
    expect(preview.raw[1]?.cells).toEqual(['2024-07-01', '1.5', 'true']);
  });
});

/** As LibreOffice writes it: header rows in a group of their own, repeated cells, the sheet filled to its end. */
function libreOffice(): Uint8Array {
  const text = (words: string) =>
    `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
  const rest = '<table:table-cell table:number-columns-repeated="16380"/>';
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
    <office:automatic-styles>
    <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
    <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
    </office:automatic-styles><office:body><office:spreadsheet>
    <table:table table:name="R&amp;D" table:style-name="ta1">
    <table:table-header-rows><table:table-row>${text('Month')}${text('Value')}${rest}</table:table-row></table:table-header-rows>
    <table:table-row table:visibility="collapse"><table:table-cell office:value-type="date" office:date-value="2024-07-01"><text:p>July</text:p></table:table-cell>
    <table:table-cell office:value-type="percentage" office:value="0.1234567"><text:p>12%</text:p></table:table-cell>${rest}</table:table-row>
    <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
    <table:table-row><table:table-cell office:value-type="date" office:date-value="2024-08-01"><text:p>August</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell></table:table-row>
    <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
    </table:table>
    <table:table table:name="Old" table:style-name="ta2"><table:table-row>${text('x')}</table:table-row></table:table>
    </office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
    'styles.xml': strToU8('<office:document-styles/>'),
    'META-INF/manifest.xml': strToU8('<manifest:manifest/>'),
  });
}

test('ods of LibreOffice: header groups, full precision, hidden rows and sheets', async () => {
  await withContent('file.ods', libreOffice(), async (session) => {
    expect(session.file.sheets).toEqual([
      { name: 'R&D', hidden: false },
      { name: 'Old', hidden: true },
    ]);
    const preview = await session.preview(await session.propose());
    expect(preview.raw.map(({ line, cells }) => [line, ...cells.slice(0, 2)])).toEqual([
      [1, 'Month', 'Value'],
      [2, '2024-07-01', '0.1234567'],
      [3, '', ''],
      [4, '', ''],
      [5, '2024-08-01', '3'],
    ]);
    expect(session.oddities).toContainEqual(expect.objectContaining({ code: 'import.hidden-row', line: 2 }));
  });
});

test('the content counts, not the name: it opens, and says so', async () => {
  const content: Uint8Array = write(book(), { type: 'buffer', bookType: 'xlsb' });
  await withContent('file.xls', content, async (session) => {
    const preview = await session.preview(await session.propose());
    expect(preview.format).toBe('xlsb');
    expect(preview.notes.find(({ code }) => code === 'import.wrong-extension')?.text).toContain('.xls');
  });
});

test.each(['biff8', 'xlsb', 'ods'] as const)(
  '%s cut short is damaged, never half a table',
  async (bookType) => {
    const content: Uint8Array = write(book(), { type: 'buffer', bookType });
    const half = content.subarray(0, Math.floor(content.length / 2));
    await expect(
      withContent('cut.bin', half, async (session) => await session.propose()),
    ).rejects.toMatchObject({ code: 'import.damaged', place: { file: 'cut.bin' } });
  },
);
