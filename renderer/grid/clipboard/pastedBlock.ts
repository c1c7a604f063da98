import { htmlCells } from './htmlCells.ts';
import { OWN_TYPE, ownOf, readOwnJson } from './ownBlock.ts';
import type { PastedCell } from './pastedCell.ts';
import { textCells } from './textCells.ts';

export interface PastedBlock {
  readonly rows: readonly (readonly PastedCell[])[];
  /** Of a block that was copied here: ties it to the cells that were cut. */
  readonly token?: string;
}

/**
 * What a clipboard holds, as cells. A table counts for its values, the text for its shape: where they disagree the text wins,
 * because some programs copy a page around the table.
 */
export function pastedBlock(entry: (type: string) => string): PastedBlock | null {
  const text = entry('text/plain');
  const html = entry('text/html');
  const plain =
    text === '' ? [] : textCells(text).map((row) => row.map((cell): PastedCell => ({ text: cell })));
  const table = html === '' ? null : htmlCells(html);
  const own = readOwnJson(entry(OWN_TYPE) || ownOf(text));
  if (own) {
    const shown = table ?? plain;
    const heads = shown.slice(0, own.heads);
    const rows = own.rows.map((row, at) =>
      row.map((value, along): PastedCell => {
        const type = own.columns[along]?.type ?? 'text';
        return { text: shown[at + own.heads]?.[along]?.text ?? value, own: { type, text: value } };
      }),
    );
    return { rows: [...heads, ...rows], token: own.token };
  }
  if (table && (text === '' || isSameShape(table, plain))) return { rows: table };
  return plain.length > 0 ? { rows: plain } : null;
}

function isSameShape(one: PastedBlock['rows'], other: PastedBlock['rows']): boolean {
  const width = (rows: PastedBlock['rows']) => Math.max(0, ...rows.map((row) => row.length));
  return one.length === other.length && width(one) === width(other);
}
