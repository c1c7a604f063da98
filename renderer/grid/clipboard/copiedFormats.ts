import type { Settings } from '../../../shared/contract/app.ts';
import type { CellValue } from '../../../shared/contract/vectors.ts';
import { type Column, columnLabel } from '../../../shared/model/table.ts';
import type { Block } from './block.ts';
import { toTabText } from './clipboardText.ts';
import { type HtmlCell, toHtmlTable } from './htmlTable.ts';
import { toMarkdown } from './markdown.ts';
import { type OwnBlock, toOwnJson } from './ownBlock.ts';

export type CopyAs = 'values' | 'shown' | 'heads' | 'markdown';

/** A block for other programs and for this one, by the names that the clipboard has for them. */
export interface CopiedFormats {
  readonly text: string;
  /** Absent for large blocks, and for text that is one already. */
  readonly html?: string;
  readonly own?: string;
}

/** Beyond this the text alone is copied: as HTML a million cells are 60 MB, and nobody's word processor takes them. */
export const MOST_HTML = 100_000;

export interface Printing {
  readonly numbers: Settings['numbers'];
  shown(value: CellValue, column: Column): string;
  exact(value: CellValue, column: Column): string;
}

/**
 * Values: numbers and periods in full, without grouping, with the decimal sign of the user's numbers; codes by their names.
 * Shown: everything as the grid prints it. Heads: values under the names of their columns.
 */
export function copiedFormats(
  block: Block,
  as: CopyAs,
  print: Printing,
  own: Omit<OwnBlock, 'rows' | 'columns'>,
): CopiedFormats {
  const { columns, height } = block;
  const comma = print.numbers === '1.234,5' || print.numbers === '1 234,5';
  const text = (value: CellValue, column: Column): string => {
    if (as === 'shown' || as === 'markdown' || column.type === 'category') return print.shown(value, column);
    const exact = print.exact(value, column);
    return comma && column.type === 'number' ? exact.replace('.', ',') : exact;
  };
  const heads = as === 'heads' || as === 'markdown' ? [columns.map(columnLabel)] : [];
  const rows = function* (): Generator<string[]> {
    for (let row = 0; row < height; row += 1) {
      yield columns.map((column, at) => text(block.value(row, at), column));
    }
  };
  if (as === 'markdown') {
    return {
      text: toMarkdown(
        heads[0] ?? [],
        [...rows()],
        columns.map(({ type }) => type === 'number'),
      ),
    };
  }
  const texts = [...heads, ...rows()];
  if (height * columns.length > MOST_HTML) return { text: toTabText(texts) };
  const cells = function* (): Generator<HtmlCell[]> {
    for (let row = 0; row < height; row += 1) {
      yield columns.map((column, at) => {
        const value = block.value(row, at);
        return {
          text: texts[row + heads.length]?.[at] ?? '',
          number: column.type === 'number' && typeof value === 'number' ? value : null,
        };
      });
    }
  };
  return {
    text: toTabText(texts),
    html: toHtmlTable({ heads: heads[0] ?? null, rows: cells(), columns, isShown: as === 'shown' }),
    own: toOwnJson({
      ...own,
      columns: columns.map(({ id, type }) => ({ id, type })),
      heads: heads.length,
      rows: Array.from({ length: height }, (_, row) =>
        columns.map((column, at) => print.exact(block.value(row, at), column)),
      ),
    }),
  };
}
