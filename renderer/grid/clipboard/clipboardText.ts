/** A block of cells as tab separated text, as spreadsheets write it: CRLF between rows, quotes only where they are needed. */
export function toTabText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Tab separated text as rows of cells. A cell that begins with a quote may hold tabs and line ends (RFC 4180);
 * one line end at the very end is no row, as Excel and LibreOffice add it.
 */
export function parseTabText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let open = false;
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    open = text[at] === '\t';
    if (open) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else at += 1;
  }
  if (open) rows.push([...row, '']);
  return rows;
}

function plainCell(text: string, from: number): { text: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\r' && text[end] !== '\n') end += 1;
  return { text: text.slice(from, end), end };
}

function quotedCell(text: string, from: number): { text: string; end: number } {
  let end = from + 1;
  while (end < text.length) {
    if (text[end] !== '"') end += 1;
    else if (text[end + 1] === '"') end += 2;
    else break;
  }
  const after = text[end + 1];
  const closed = text[end] === '"' && (after === undefined || /[\t\r\n]/.test(after));
  // A quote that is not closed before a tab or a line end is a letter like any other: 12" screens.
  if (!closed) return plainCell(text, from);
  return { text: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 };
}
