/** Lines of text whose columns are parted by runs of spaces alone, as a PDF viewer copies them. */
export interface AlignedText {
  /** For each line that is not blank: its number from 1, and its cells. */
  rows: { line: number; cells: (string | null)[] }[];
  columns: number;
  /** Lines whose cells were placed by where they stand. */
  placed: number[];
}

interface Piece {
  text: string;
  from: number;
  to: number;
}

const LEAST_LINES = 3;
/** A figure, a period or a mark for "no figure", as they stand one after the other in a row. */
const FIGURE =
  /^[(+\u2212-]?(?:[$€£]|Rs\.?)?\d[\d,.'\u00a0\u202f]*%?\)?[a-zA-Z*†]?$|^(?:-|–|—|\.\.|\.\.\.|n\.a\.|n\/a|:)$|^(?:FY|CY)?\d{2,4}(?:[-/]\d{2,4})?[PRE]?$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[-.]?\d{2,4}$/i;

/** Null where the lines are not so: parted by a mark, or prose. */
export function alignedColumns(text: string): AlignedText | null {
  const lines = text.split(/\r\n|\n|\r/).map((line, i) => ({ line: i + 1, text: line }));
  const filled = lines.filter((line) => line.text.trim() !== '');
  const texts = filled.map((line) => line.text);
  if (filled.length < LEAST_LINES || isParted(texts) || isEven(texts)) return null;
  return byRuns(filled) ?? byFigures(filled);
}

/** Whether a mark stands in most lines, other than between the digits of a figure. */
function isParted(lines: readonly string[]): boolean {
  const share = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length / lines.length;
  return share(/\t/) > 0 || share(/[;|]/) > 0.5 || share(/(?:^|\D),|,(?!\d{2,3}(?!\d))/) > 0.6;
}

/** Every line has as many words as the others: each is a cell, wherever it stands. */
function isEven(lines: readonly string[]): boolean {
  const words = new Set(lines.map((line) => line.trim().split(/\s+/).length));
  return words.size === 1 && !words.has(1) && !words.has(2) && lines.length > LEAST_LINES;
}

/** Two spaces or more part cells. */
function byRuns(lines: readonly { line: number; text: string }[]): AlignedText | null {
  const parts = lines.map(({ line, text }) => ({ line, pieces: piecesOf(text) }));
  const columns = usual(parts.map(({ pieces }) => pieces.length).filter((length) => length > 1));
  const whole = parts.filter(({ pieces }) => pieces.length === columns);
  if (columns < 2 || whole.length < Math.max(LEAST_LINES, lines.length * 0.4)) return null;
  const ranges = Array.from({ length: columns }, (_, i) => ({
    from: Math.min(...whole.map(({ pieces }) => pieces[i]?.from ?? 0)),
    to: Math.max(...whole.map(({ pieces }) => pieces[i]?.to ?? 0)),
  }));
  const placed: number[] = [];
  const rows = parts.map(({ line, pieces }) => {
    if (pieces.length === columns) return { line, cells: pieces.map(({ text }) => text) };
    if (pieces.length === 1) return { line, cells: [pieces[0]?.text ?? null] };
    placed.push(line);
    return { line, cells: place(pieces, ranges) };
  });
  return { rows, columns: Math.max(columns, ...rows.map(({ cells }) => cells.length)), placed };
}

function piecesOf(line: string): Piece[] {
  return [...line.matchAll(/\S+(?:[ \u00a0]\S+)*/g)].map(({ 0: text, index }) => ({
    text,
    from: index,
    to: index + text.length,
  }));
}

/** Each piece into the column that it stands nearest to, in order; what finds none left goes beyond the last. */
function place(pieces: readonly Piece[], ranges: readonly { from: number; to: number }[]): (string | null)[] {
  const cells: (string | null)[] = ranges.map(() => null);
  let next = 0;
  for (const { text, from, to } of pieces) {
    const left = ranges.slice(next);
    if (left.length === 0) {
      cells.push(text);
      continue;
    }
    const distances = left.map((range) => Math.abs((range.from + range.to) / 2 - (from + to) / 2));
    const nearest = distances.indexOf(Math.min(...distances));
    cells[next + nearest] = text;
    next += nearest + 1;
  }
  return cells;
}

/** One space parts everything: words are the label, the figures at the end of the line are the cells. */
function byFigures(lines: readonly { line: number; text: string }[]): AlignedText | null {
  const parts = lines.map(({ line, text }) => {
    const words = text.trim().split(/\s+/);
    let first = words.length;
    while (first > 0 && FIGURE.test(words[first - 1] ?? '')) first--;
    return { line, label: words.slice(0, first).join(' '), figures: words.slice(first) };
  });
  const columns = usual(parts.map(({ figures }) => figures.length).filter((length) => length > 0));
  const whole = parts.filter(({ label, figures }) => figures.length === columns && label !== '');
  if (columns < 1 || whole.length < Math.max(LEAST_LINES, lines.length * 0.6)) return null;
  const placed: number[] = [];
  const rows = parts.map(({ line, label, figures }) => {
    // Fewer or more figures than the others: which column is missing cannot be told.
    if (figures.length > 0 && figures.length !== columns) placed.push(line);
    return { line, cells: [label === '' ? null : label, ...figures] };
  });
  return { rows, columns: Math.max(...rows.map(({ cells }) => cells.length)), placed };
}

function usual(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].toSorted(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 0;
}
