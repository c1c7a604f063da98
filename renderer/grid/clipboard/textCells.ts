import { parseTabText } from './clipboardText.ts';

/**
 * Text as cells: by tabs, as spreadsheets write it. Text of a page that had a table (a PDF viewer's) has none: there, two blanks or more
 * part cells, or figures at the end of every line stand in columns of their own.
 */
export function textCells(text: string): string[][] {
  if (text.includes('\t')) return parseTabText(text);
  const lines = text.replace(/(\r\n?|\n)$/, '').split(/\r\n?|\n/);
  if (lines.length > 1) {
    const parted = lines.map((line) => line.trim().split(/ {2,}/));
    const width = parted[0]?.length ?? 1;
    if (width > 1 && parted.every((cells) => cells.length === width)) return parted;
    const figures = lines.map(figuresAtEnd);
    const count = figures[0]?.length ?? 1;
    if (count > 1 && figures.every((cells) => cells.length === count)) return figures;
  }
  return parseTabText(text);
}

const FIGURE = /^[-+\u2212(]?\d[\d,.]*\)?%?$/;

/** "Computer services 90.1 121.7" -> the words, then each figure. One figure alone needs a decimal point: "Sector 1" is a name, "Jul 2019" a month. */
function figuresAtEnd(line: string): string[] {
  const words = line.trim().split(/\s+/);
  let at = words.length;
  while (at > 0 && isFigure(words[at - 1] ?? '')) at -= 1;
  const figures = words.slice(at);
  const isTold = figures.length > 1 || (figures.length === 1 && /[.,]\d/.test(figures[0] ?? ''));
  if (!isTold) return [line];
  return at === 0 ? figures : [words.slice(0, at).join(' '), ...figures];
}

function isFigure(word: string): boolean {
  return FIGURE.test(word) && !/^(19|20)\d\d$/.test(word);
}
