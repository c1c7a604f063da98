import { unzipSync } from 'fflate';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { type ChartSheet, SHEET } from './chartSheet.ts';
import { zipFixed } from './opc.ts';
import { escapeXml } from './xml.ts';

/** The workbook that "Edit data" opens: zeros are zeros, gaps are empty cells, dates are dates. Same sheet, same bytes. */
export async function chartWorkbook(sheet: ChartSheet, format: string): Promise<Uint8Array> {
  const { categories, series } = sheet;
  const labels: CellValue[] =
    categories.kind === 'date'
      ? categories.values.map((serial) => new Date((serial - 25_569) * 86_400_000))
      : categories.values.map(cellText);
  const rows: CellValue[][] = [
    [null, ...series.map(({ name }) => cellText(name))],
    ...labels.map((label, index) => [label, ...series.map(({ values }) => values[index] ?? null)]),
  ];
  const made = await writeXlsx({
    sheets: [
      {
        name: SHEET,
        rows,
        columns: [
          { width: 16, ...(categories.kind === 'date' && { numFmt: categories.format }) },
          ...series.map(() => ({ width: 14, numFmt: format })),
        ],
      },
    ],
    properties: { creator: 'Tijarat', created: new Date(0), modified: new Date(0) },
  });
  return zipFixed(new Map(Object.entries(unzipSync(made))));
}

/** What the chart's cache says, the cell says. */
function cellText(text: string): string {
  return unescape4(escapeXml(text));
}

function unescape4(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
