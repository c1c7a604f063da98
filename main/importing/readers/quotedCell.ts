import type { Dialect } from '../detection/dialect.ts';
import { LONGEST_CELL } from '../problems.ts';
import type { Delimiter } from './delimiter.ts';

export interface QuotedCell {
  value: string;
  /** After the closing quote and blanks behind it. */
  next: number;
  /** Line ends inside. */
  lines: number;
  /** A quote stood inside that was neither doubled nor escaped. */
  inner: boolean;
  /** Blanks stood after the closing quote. */
  blanks: boolean;
}

/**
 * The cell whose opening quote stands at `opening`, `at` being where the cell begins. A quote closes it where a delimiter or a line end follows;
 * another one is part of the text where the cell is closed later on the same line. null: the quote is no opening one, because none closes it,
 * or because a quote that opens another cell comes first. 'more': the text ends before it is known.
 */
export function quotedCell(
  text: string,
  opening: number,
  at: number,
  { quote, escape: escapeMark }: Dialect,
  delimiter: Delimiter,
  final: boolean,
): QuotedCell | null | 'more' {
  const marked = escapeMark !== '' && escapeMark !== quote;
  const airy = opening > at;
  let value = '';
  let from = opening + quote.length;
  let look = from;
  let inner = 0;
  // A quote on this line that closes the cell, once it was looked for.
  let closing = -1;
  // The next quote, -1 where none is left: sought once, however many escapes stand before it.
  let atQuote = text.indexOf(quote, look);
  const closed = (mark: number, next: number): QuotedCell => ({
    value: value + text.slice(from, mark),
    next,
    lines: countLineEnds(text, opening, mark),
    inner: inner > 0,
    blanks: next > mark + quote.length,
  });
  for (;;) {
    if (atQuote >= 0 && atQuote < look) atQuote = text.indexOf(quote, look);
    const escaped = marked ? text.slice(look, atQuote < 0 ? undefined : atQuote).indexOf(escapeMark) : -1;
    const mark = escaped < 0 ? atQuote : look + escaped;
    // A quote left open for longer than a cell can be is taken for a stray one, so that one slip does not swallow a file.
    if (mark < 0) return !final && text.length - opening < LONGEST_CELL ? 'more' : null;
    if (marked && text.startsWith(escapeMark, mark)) {
      const next = text.charAt(mark + escapeMark.length);
      if (next === '' && !final) return 'more';
      look = mark + escapeMark.length;
      if (next === quote || next === escapeMark) {
        value += text.slice(from, mark) + next;
        from = look + 1;
        look = from;
      }
      continue;
    }
    const after = mark + quote.length;
    // Where the escape is another character, two quotes are still one: files mix both habits.
    if (text.startsWith(quote, after)) {
      value += text.slice(from, mark) + quote;
      from = after + quote.length;
      look = from;
      continue;
    }
    const end = closedAt(text, after, delimiter, final);
    if (end === 'more') return 'more';
    if (end >= 0 && inner % 2 === 0) return closed(mark, end);
    if (end < 0 && mark > opening + quote.length && opens(text, mark, delimiter, airy)) return null;
    if (closing <= mark) {
      const found = closingOnLine(text, after, quote, delimiter, airy, final);
      if (found === 'more') return 'more';
      // "say "hi", twice": the second of a pair inside closes the cell only where no other quote does.
      if (found < 0) return end >= 0 ? closed(mark, end) : null;
      closing = found;
    }
    inner++;
    look = after;
  }
}

/** Where the cell ends whose closing quote ended at `at`; -1 where something else follows. */
function closedAt(text: string, at: number, delimiter: Delimiter, final: boolean): number | 'more' {
  if (delimiter.length(text, at) > 0) return at;
  let end = at;
  if (!delimiter.isBlank) while (text.charCodeAt(end) === 32) end++;
  // The longest delimiter has a few letters: with as many at hand it is known whether it stands here.
  if (end + 8 > text.length && !final) return 'more';
  if (end >= text.length || isLineEnd(text, end) || delimiter.length(text, end) > 0) return end;
  return -1;
}

/** Whether the quote at `at` begins a cell: what stands before it ends one. */
function opens(text: string, at: number, delimiter: Delimiter, airy: boolean): boolean {
  let before = at;
  if (airy) while (text.charCodeAt(before - 1) === 32) before--;
  if (before > 0 && isLineEnd(text, before - 1)) return true;
  for (let length = 1; length <= 8 && length <= before; length++) {
    if (delimiter.length(text, before - length) === length) return true;
  }
  return false;
}

function closingOnLine(
  text: string,
  from: number,
  quote: string,
  delimiter: Delimiter,
  airy: boolean,
  final: boolean,
): number | 'more' {
  let seen = from;
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (holdsLineEnd(text, seen, at)) return -1;
    seen = at;
    const end = closedAt(text, at + quote.length, delimiter, final);
    if (end === 'more') return 'more';
    if (end >= 0) return at;
    if (opens(text, at, delimiter, airy)) return -1;
  }
  return holdsLineEnd(text, seen, text.length) || final ? -1 : 'more';
}

function holdsLineEnd(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLineEnd(text, i)) return true;
  return false;
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}
