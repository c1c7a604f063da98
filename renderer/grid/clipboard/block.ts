import { Problem } from '../../../shared/contract/problem.ts';
import { type CellValue, valueAt } from '../../../shared/contract/vectors.ts';
import type { Column } from '../../../shared/model/table.ts';
import { t } from '../../i18n/index.ts';
import { boundsOf } from '../cellRange.ts';
import type { GridRow, RowWindow } from '../rowCache.ts';
import { allRanges, asBlock } from '../severalRanges.ts';
import type { TableGrid } from '../tableGrid.ts';

/** More cells than this are not put on a clipboard: there are files for that. */
export const MOST_COPIED = 1_000_000;
/** Rows that are asked for at once. */
const PIECE = 100_000;

/** Where the selected cells stand: runs of rows, and the columns of each. */
export interface BlockPlace {
  readonly spans: readonly { readonly top: number; readonly bottom: number }[];
  readonly columns: readonly Column[];
}

/** Cells by their place in a block. */
export interface Block {
  readonly height: number;
  readonly columns: readonly Column[];
  id(row: number): number;
  value(row: number, column: number): CellValue;
}

export function cellsOf({ spans, columns }: BlockPlace): number {
  return spans.reduce((rows, { top, bottom }) => rows + bottom - top + 1, 0) * columns.length;
}

/** The selected ranges as one block. Problems: grid.copy-several where they are none, grid.copy-too-large. */
export function selectedPlace(grid: TableGrid): BlockPlace {
  const block = asBlock(allRanges(grid.store.getState()).map(boundsOf));
  const [first] = block?.parts ?? [];
  if (!block || !first) {
    throw new Problem({
      code: 'grid.copy-several',
      message: t('gridClipboard.several'),
      remedy: t('gridClipboard.severalRemedy'),
    });
  }
  const { parts, across } = block;
  const place: BlockPlace = {
    spans: across ? [first] : parts,
    columns: (across ? parts : [first]).flatMap(({ left, right }) => grid.columns.slice(left, right + 1)),
  };
  if (cellsOf(place) > MOST_COPIED) {
    throw copyTooLarge(cellsOf(place), MOST_COPIED);
  }
  return place;
}

export function copyTooLarge(cells: number, most: number): Problem {
  return new Problem({
    code: 'grid.copy-too-large',
    message: t('gridClipboard.tooLarge', {
      cells: cells.toLocaleString('en'),
      most: most.toLocaleString('en'),
    }),
    remedy: t('gridClipboard.tooLargeRemedy'),
  });
}

/** The block, where all of its rows are loaded. */
export function loadedBlock(grid: TableGrid, { spans, columns }: BlockPlace): Block | null {
  const rows: GridRow[] = [];
  for (const { top, bottom } of spans) {
    for (let at = top; at <= bottom; at += 1) {
      const row = grid.cache.row(at);
      if (!row) return null;
      rows.push(row);
    }
  }
  return {
    height: rows.length,
    columns,
    id: (row) => rows[row]?.id ?? -1,
    value: (row, column) => rows[row]?.value(columns[column]?.id ?? '') ?? null,
  };
}

/** The block from the workbench, its own columns alone. */
export async function fetchBlock(
  grid: TableGrid,
  { spans, columns }: BlockPlace,
  signal?: AbortSignal,
): Promise<Block> {
  const ids = columns.map(({ id }) => id);
  const pieces: { from: number; window: RowWindow }[] = [];
  let height = 0;
  for (const { top, bottom } of spans) {
    for (let at = top; at <= bottom; at += PIECE) {
      const window = await grid.actions.fetchColumns(at, Math.min(PIECE, bottom - at + 1), ids, signal);
      pieces.push({ from: height, window });
      height += window.ids.length;
    }
  }
  let last = 0;
  /** Rows are read one after another: the piece of the row before is nearly always the right one. */
  const pieceOf = (row: number) => {
    const holds = (at: number) => {
      const piece = pieces[at];
      return piece !== undefined && row >= piece.from && row < piece.from + piece.window.ids.length;
    };
    if (!holds(last)) last = holds(last + 1) ? last + 1 : pieces.findIndex((_, at) => holds(at));
    return pieces[last];
  };
  return {
    height,
    columns,
    id: (row) => {
      const piece = pieceOf(row);
      return piece?.window.ids[row - piece.from] ?? -1;
    },
    value: (row, column) => {
      const piece = pieceOf(row);
      const vector = piece?.window.columns[ids[column] ?? ''];
      return piece && vector ? valueAt(vector, row - piece.from) : null;
    },
  };
}
