import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { htmlTables } from '../../../../main/importing/readers/htmlTables.ts';
import { withContent } from '../support/importFile.ts';

const rowsOf = (page: string) => htmlTables(page)?.map(({ rows }) => rows);

describe('tables of a page', () => {
  test('cells that span several stand in the first; those they cover stay empty', () => {
    expect(
      rowsOf(
        '<table><tr><th rowspan=2>Item<th colspan="2">FY25<tr><th>Jul<th>Aug<tr><td>A &amp; B<td>1,234.50<td>(2)</table>',
      ),
    ).toEqual([
      [
        ['Item', 'FY25', null],
        [null, 'Jul', 'Aug'],
        ['A & B', '1,234.50', '(2)'],
      ],
    ]);
  });

  test('scripts, styles and comments are no text, and a table inside a cell is one of its own', () => {
    expect(
      rowsOf(
        '<table><tr><td>a<script>document.write("<td>x</td>")</script><!-- <td>y</td> --><style>td{}</style></td><td><table><tr><td>inner</table></td><td>b</td></tr></table>',
      ),
    ).toEqual([[['inner']], [['a', '', 'b']]]);
  });

  test.each([
    ['quotes that are never closed', '<table><tr><td title="x>1<td>2</table>'.repeat(2000)],
    ['tags that are never closed', '<a "'.repeat(300_000)],
    ['a page of less-than signs', `<table><tr><td>${'<'.repeat(500_000)}`],
    ['comments that are never closed', '<!--'.repeat(200_000)],
    ['a cell that spans everything', `<table>${'<tr><td colspan=99999 rowspan=99999>1'.repeat(20)}`],
    ['entities of nothing', `<table><tr><td>${'&#xffffffff;&#0;&#xd800;&bogus;'.repeat(10_000)}</table>`],
    ['tables in tables', '<table><tr><td>'.repeat(5000)],
  ])('%s are read in time that grows with their length', (_, page) => {
    const started = performance.now();
    expect(() => htmlTables(page)).not.toThrow();
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

const published = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head><body>
<table><caption>Exports of ICT services (Million US$)</caption>
<tr><th rowspan="2">Item</th><th colspan="2">FY25</th></tr><tr><th>Jul</th><th>Aug</th></tr>
<tr><td>Computer services – software</td><td>250.5</td><td>260.1</td></tr>
<tr style="display:none"><td>Télécom</td><td>40</td><td>41</td></tr></table>
<p>Note</p><table><tr><td>Contact</td><td>us</td></tr></table></body></html>`;

test('a page that is published as .xls is read as what it is: the largest table first, its caption above it', async () => {
  await withContent('bop.xls', iconv.encode(published, 'windows-1252'), async (session) => {
    const preview = await session.preview(await session.propose());
    expect(preview.format).toBe('html');
    expect(preview.sheets.map(({ name }) => name)).toEqual([
      'Exports of ICT services (Million US$)',
      'Table 2',
    ]);
    expect(preview.raw[0]?.cells[0]).toBe('Exports of ICT services (Million US$)');
    expect(preview.result.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['Computer services – software', 'Jul 2024', '250.5'],
      ['Computer services – software', 'Aug 2024', '260.1'],
      ['Télécom', 'Jul 2024', '40.0'],
      ['Télécom', 'Aug 2024', '41.0'],
    ]);
    const codes = preview.notes.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['import.wrong-extension', 'import.merged', 'import.hidden-row']),
    );
  });
});

test('a page without a table is told to be one', async () => {
  await expect(
    withContent(
      'page.html',
      '<!doctype html><html><body><p>Not found</p></body></html>',
      async () => undefined,
    ),
  ).rejects.toMatchObject({
    code: 'import.binary',
    message: expect.stringContaining('a web page without a table'),
  });
});
