/**
 * Everything that rests on names in AG Grid's own markup (36.2). test/e2e/grid.test.ts asks for each of them, so that a new
 * version that renames one fails there and not in silence.
 */
const NAMES = {
  root: '.ag-root',
  viewport: '.ag-grid-viewport',
  rowBox: '.ag-grid-scrolling-container',
  header: '.ag-header',
  headerCell: '.ag-header-cell',
  headerEdge: '.ag-header-cell-resize',
  row: '.ag-row',
  cell: '.ag-cell',
  pinnedBottom: '.ag-grid-pinned-bottom-rows',
  sidewaysScroll: '.ag-body-horizontal-scroll',
} as const;

export const AG_SELECTORS: readonly string[] = Object.values(NAMES);
export const ROW_NUMBERS = '_rowNumber';

function part(host: HTMLElement, name: keyof typeof NAMES): HTMLElement {
  const found = host.querySelector<HTMLElement>(NAMES[name]);
  if (!found) throw new Error(`AG Grid has no ${NAMES[name]}`);
  return found;
}

export function gridRoot(host: HTMLElement): HTMLElement {
  return part(host, 'root');
}

/** The one element that scrolls. */
export function gridViewport(host: HTMLElement): HTMLElement {
  return part(host, 'viewport');
}

/** The box of all rows; at most 32,000,000 px high. */
export function rowBox(host: HTMLElement): HTMLElement {
  return part(host, 'rowBox');
}

export function headerHeight(host: HTMLElement): number {
  return part(host, 'header').getBoundingClientRect().height;
}

/** What lies over the last rows: the row of totals, and the bar that scrolls sideways. */
export function footHeight(host: HTMLElement): number {
  return part(host, 'pinnedBottom').offsetHeight + part(host, 'sidewaysScroll').offsetHeight;
}

/** The cell under a point of the window: row of the order and column id. */
export function cellAtPoint(host: HTMLElement, x: number, y: number): { row: number; column: string } | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const cell = element.closest<HTMLElement>(NAMES.cell);
    const row = cell?.closest<HTMLElement>(NAMES.row)?.getAttribute('row-index');
    const column = cell?.getAttribute('col-id');
    // The row of totals is no row of the order: it has another kind of index.
    if (cell && host.contains(cell) && row && /^\d+$/.test(row) && column)
      return { row: Number(row), column };
  }
  return null;
}

/** The column whose head is under a point of the window, whatever the height. */
export function headAtPoint(host: HTMLElement, x: number): string | null {
  const middle = part(host, 'header').getBoundingClientRect();
  for (const element of document.elementsFromPoint(x, middle.top + middle.height / 2)) {
    const head = element.closest<HTMLElement>(NAMES.headerCell);
    if (head && host.contains(head)) return head.getAttribute('col-id');
  }
  return null;
}

/** The column whose head an element belongs to. */
export function headOf(element: Element): string | null {
  return element.closest(NAMES.headerCell)?.getAttribute('col-id') ?? null;
}

/** The drawn head of a column. */
export function headElement(host: HTMLElement, column: string): HTMLElement | null {
  return host.querySelector(`${NAMES.headerCell}[col-id="${CSS.escape(column)}"]`);
}

/** The column that a drag on this element resizes. */
export function headEdge(target: EventTarget | null): string | null {
  return target instanceof Element && target.closest(NAMES.headerEdge) ? headOf(target) : null;
}

/** The drawn cells with their places. */
export function drawnCells(host: HTMLElement): { row: number; column: string; cell: HTMLElement }[] {
  return [...host.querySelectorAll<HTMLElement>(`${NAMES.row}[row-index]`)].flatMap((element) => {
    const row = Number(element.getAttribute('row-index'));
    return [...element.querySelectorAll<HTMLElement>(NAMES.cell)].map((cell) => ({
      row,
      column: cell.getAttribute('col-id') ?? '',
      cell,
    }));
  });
}

/**
 * A drawn row and where it stands in the window; all others follow from it. One that is in sight: the row that has the keyboard stays
 * drawn when it is scrolled away, and in a stretched grid its place says nothing of the others.
 */
export function drawnRow(host: HTMLElement): { row: number; top: number } | null {
  const view = gridViewport(host).getBoundingClientRect();
  for (const element of host.querySelectorAll<HTMLElement>(`${NAMES.row}[row-index]`)) {
    const row = element.getAttribute('row-index') ?? '';
    const { top, bottom } = element.getBoundingClientRect();
    // The row of totals is no row of the order: it has another kind of index.
    if (/^\d+$/.test(row) && bottom > view.top && top < view.bottom) return { row: Number(row), top };
  }
  return null;
}

/** The drawn cells of row numbers, by row. */
export function rowNumberCells(host: HTMLElement): { row: number; cell: HTMLElement }[] {
  return [...host.querySelectorAll<HTMLElement>(`${NAMES.cell}[col-id="${ROW_NUMBERS}"]`)].map((cell) => ({
    cell,
    row: Number(cell.closest(NAMES.row)?.getAttribute('row-index')),
  }));
}

/** The box of a drawn cell in the window. */
export function cellBox(host: HTMLElement, row: number, column: string): DOMRect | null {
  const selector = `${NAMES.row}[row-index="${row}"] ${NAMES.cell}[col-id="${CSS.escape(column)}"]`;
  return host.querySelector(selector)?.getBoundingClientRect() ?? null;
}
