import { type PastedCell, pastedCell } from './pastedCell.ts';

const MOST_CELLS = 2_000_000;

/**
 * The first table of a page as cells; null where there is none. DOMParser runs no script and loads nothing.
 * A cell that spans others stands in the first of them; what is not shown is not pasted.
 */
export function htmlCells(html: string): PastedCell[][] | null {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const table = page.querySelector('table');
  if (!table) return null;
  const formats = classFormats(page);
  const rows: PastedCell[][] = [];
  /** Places that a cell above reaches into: column -> rows to come. */
  const reach = new Map<number, number>();
  let cells = 0;
  for (const row of table.rows) {
    if (isHidden(row)) continue;
    const line: PastedCell[] = [];
    const pass = () => {
      while (reach.has(line.length)) line.push({ text: '' });
    };
    for (const cell of row.cells) {
      if (isHidden(cell)) continue;
      pass();
      const at = line.length;
      line.push(
        pastedCell({
          text: textOf(cell),
          format:
            formatOf(cell.getAttribute('style') ?? '') ?? formats.get(cell.className.split(/\s+/)[0] ?? ''),
          attribute: (name) => cell.getAttribute(name),
        }),
      );
      for (let i = 1; i < Math.min(cell.colSpan, 1000); i += 1) line.push({ text: '' });
      // The row that is being read counts as well: it is taken off below.
      if (cell.rowSpan > 1) for (let i = at; i < line.length; i += 1) reach.set(i, cell.rowSpan);
    }
    pass();
    for (const [column, left] of reach) {
      if (left > 1) reach.set(column, left - 1);
      else reach.delete(column);
    }
    cells += line.length;
    if (cells > MOST_CELLS) return null;
    rows.push(line);
  }
  return rows.length > 0 ? rows : null;
}

/** Number formats by class, from the style sheets that Excel puts beside its tables. */
function classFormats(page: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const sheet of page.querySelectorAll('style')) {
    for (const [, name, rules] of (sheet.textContent ?? '').matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)) {
      const format = formatOf(rules ?? '');
      if (name && format !== undefined) found.set(name, format);
    }
  }
  return found;
}

function formatOf(rules: string): string | undefined {
  return /mso-number-format:\s*("(?:[^"\\]|\\.)*"|[^;]+)/.exec(rules)?.[1]?.trim();
}

function isHidden(element: HTMLElement): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}

/** The text as it is read: runs of blanks are one, a break is a new line. */
function textOf(cell: HTMLElement): string {
  let text = '';
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    else if (node instanceof HTMLElement) {
      if (isHidden(node) || node.tagName === 'STYLE' || node.tagName === 'SCRIPT') return;
      if (node.tagName === 'BR') text += '\n';
      else if (/^(P|DIV|LI)$/.test(node.tagName) && text.trim() !== '') text += '\n';
      for (const child of node.childNodes) walk(child);
    }
  };
  for (const child of cell.childNodes) walk(child);
  return text
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
