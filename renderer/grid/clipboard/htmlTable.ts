import type { Column } from '../../../shared/model/table.ts';

export interface HtmlCell {
  readonly text: string;
  /** The figure in full, null where the cell is none. */
  readonly number: number | null;
}

/**
 * A block as the HTML that spreadsheets read. In full: the figures stand there in full, and each column's format says how many decimals
 * are shown (Excel's mso-number-format, LibreOffice's sdval and sdnum). As shown: the printed texts alone.
 * Texts are marked as such, so that no spreadsheet makes a date of 2024-25, a number of 007 or a formula of "=x".
 */
export function toHtmlTable({
  heads,
  rows,
  columns,
  isShown,
}: {
  readonly heads: readonly string[] | null;
  readonly rows: Iterable<readonly HtmlCell[]>;
  readonly columns: readonly Pick<Column, 'type' | 'format'>[];
  readonly isShown: boolean;
}): string {
  const codes = columns.map(({ type, format }) => (type === 'number' ? formatCode(format) : null));
  const styles = codes.map((code, at) =>
    code === null
      ? `.c${at}{mso-number-format:"\\@";}`
      : `.c${at}{text-align:right;${isShown ? '' : `mso-number-format:"${code.replace(/[#,.%]/g, '\\$&')}";`}}`,
  );
  const cell = ({ text, number }: HtmlCell, at: number) => {
    const exact = number === null || isShown ? '' : ` sdval="${number}" sdnum="1033;0;${codes[at] ?? ''}"`;
    return `<td class=c${at}${exact}>${escaped(text)}</td>`;
  };
  const lines = heads ? [`<tr>${heads.map((text) => `<th>${escaped(text)}</th>`).join('')}</tr>`] : [];
  for (const row of rows) lines.push(`<tr>${row.map(cell).join('')}</tr>`);
  return [
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">',
    `<style>${styles.join('')} br{mso-data-placement:same-cell;}</style></head><body><table>`,
    lines.join('\n'),
    '</table></body></html>',
  ].join('');
}

function formatCode(format: Column['format']): string {
  const { decimals = 2, thousands = true, percent = false } = format ?? {};
  if (!format) return 'General';
  return `${thousands ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${percent ? '%' : ''}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/\r\n?|\n/g, '<br>');
}
