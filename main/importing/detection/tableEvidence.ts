import { type CellKind, cellKind } from './cellKind.ts';
import { cellPattern, commonPattern, isTelling } from './cellPattern.ts';
import type { FoundTable } from './structure.ts';
import { tornBits } from './tornBits.ts';
import type { CellsOf } from './window.ts';

const LOOK = 80;
/** A mark at one end of nearly all cells of a column that is no part of a figure or a sentence. */
const EDGE = /^[^\p{L}\p{M}\p{N}\s%()[\]$€£¥₹+.!?…"'`#*@/\\-]|[^\p{L}\p{M}\p{N}\s%()[\]$€£¥₹+.!?…"'`*/\\]$/u;

/** What the cells of a table say of whether it was cut as it was meant. */
export interface TableEvidence {
  /** Shares of the rows with a cell that seems cut in two, and of the columns that hold words as well as figures. */
  torn: number;
  mixed: number;
  /** Share of the columns whose cells keep a mark at one end. */
  edged: number;
  /** Share of the columns whose cells differ in kind from their name: what tells a header. */
  telling: number;
  /** Names that look as cells do: figures, addresses, dates. */
  oddNames: number;
}

export function tableEvidence(table: FoundTable, cellsOf: CellsOf): TableEvidence {
  const { first, last, left = 0, width, names, header } = table;
  const rows = Array.from({ length: Math.max(0, Math.min(LOOK, last - first + 1)) }, (_, i) =>
    cellsOf(first + i).slice(left, left + width),
  ).filter((cells) => cells.some((cell) => cell?.trim()));
  const columns = Array.from({ length: width }, (_, i) => rows.flatMap((cells) => cells[i]?.trim() || []));
  const filled = columns.filter((texts) => texts.length > 0);
  const kinds = columns.map((texts) => texts.map(cellKind));
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  const telling = columns.filter((texts, i) => {
    const name = names[i]?.trim() ?? '';
    if (header.length === 0 || texts.length === 0) return false;
    if (isMostly(kinds[i] ?? [], 'number') || isMostly(kinds[i] ?? [], 'period')) return true;
    const common = texts.length > 2 ? commonPattern(texts) : undefined;
    return common !== undefined && cellPattern(name) !== common;
  });
  return {
    torn: share(rows.filter((cells) => cells.some((cell) => tornBits(cell ?? '') >= 4)).length, rows.length),
    mixed: share(kinds.filter(isMixed).length, filled.length),
    edged: share(filled.filter((texts) => texts.length > 2 && hasEdge(texts)).length, filled.length),
    telling: share(telling.length, filled.length),
    oddNames:
      header.length === 1
        ? names.filter((name) => isTelling(cellPattern(name.trim())) && /^\d|@|:\/\/|^\//.test(name.trim()))
            .length
        : 0,
  };
}

function isMostly(kinds: readonly CellKind[], kind: CellKind): boolean {
  return kinds.filter((one) => one === kind).length >= kinds.length * 0.6;
}

/** Words and figures, each in more than one cell of six. */
function isMixed(kinds: readonly CellKind[]): boolean {
  const numbers = kinds.filter((kind) => kind === 'number').length;
  const texts = kinds.filter((kind) => kind === 'text').length;
  return numbers * 6 > kinds.length && texts * 6 > kinds.length;
}

function hasEdge(texts: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (!EDGE.test(text)) continue;
    const edge = `${text.charAt(0)}${text.at(-1)}`.replace(/[\p{L}\p{M}\p{N}]/gu, 'a');
    counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values()) >= texts.length * 0.9;
}
