import { tornBits } from './tornBits.ts';

/** A cell as a pattern and what fills it. Bits are those of a plain code of letters. */
export interface CellForm {
  /** Runs of digits as 9, of letters as A or a, marks as they are: "2025-Q1" is "9-A9". '' for a text too long or mixed to have one. */
  form: string;
  /** What the digits and letters take, and the marks left inside that may be delimiters. */
  letters: number;
  /** What the cell takes letter by letter. */
  spelled: number;
  /** What speaks against a cell, however often it comes. */
  torn: number;
}

const LONGEST = 80;
const MOST_PARTS = 40;
const DIGIT = 3.32;
const LETTER = 4.3;
const RUN = 1.5;
const END = 3;
const KEPT = 20_000;
/** Marks that say nothing about where a cell was cut. */
const HARMLESS = ' .-:/%_';
const DATE_LAST = /\d[-/.]\d{1,2}[-/.]\d{1,4}$/;
const TIME_FIRST = /^\d\d?:\d\d/;

/**
 * The forms of cells under one text. A word or number that the text repeats is cheap wherever it stands: so it does not count in favour of a
 * dialect that cuts sentences into words.
 */
export class CellForms {
  readonly #words = new Map<string, number>();
  readonly #known = new Map<string, CellForm>();

  constructor(text: string) {
    const counts = new Map<string, number>();
    let all = 0;
    for (const word of runsOf(text)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      all++;
    }
    // A word that comes once or twice is spelled; another is spelled once and named after that.
    for (const [word, count] of counts) {
      if (count > 2) this.#words.set(word, Math.log2(all / count) + (LETTER * word.length) / count);
    }
  }

  of(cell: string): CellForm {
    const before = this.#known.get(cell);
    if (before) return before;
    const found = this.#measure(cell);
    if (cell.length <= LONGEST) {
      if (this.#known.size >= KEPT) this.#known.clear();
      this.#known.set(cell, found);
    }
    return found;
  }

  #measure(cell: string): CellForm {
    let form = '';
    let parts = 0;
    let marked = false;
    let letters = 0;
    let spelled = END;
    let at = 0;
    while (at < cell.length) {
      const kind = kindOf(cell.charCodeAt(at));
      const to = runEnd(cell, at, kind);
      if (kind === MARK) {
        const mark = cell.charAt(at);
        marked ||= !HARMLESS.includes(mark);
        form += mark;
        letters += insideForm(mark, cell, at);
        spelled += insideText(mark, cell, at);
      } else {
        form += kind === NUMERAL ? '9' : kind === UPPER ? 'A' : 'a';
        const plain = (kind === NUMERAL ? DIGIT : LETTER) * (to - at) + RUN;
        const bits = Math.min(plain, this.#words.get(cell.slice(at, to)) ?? plain);
        letters += bits;
        spelled += bits;
      }
      parts++;
      at = to;
    }
    const short = cell.length <= LONGEST && parts <= MOST_PARTS;
    return { form: short ? form : '', letters, spelled, torn: marked ? tornBits(cell) : 0 };
  }
}

function* runsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text.charCodeAt(at));
    const to = runEnd(text, at, kind);
    if (kind !== MARK) yield text.slice(at, to);
    at = to;
  }
}

function runEnd(text: string, at: number, kind: number): number {
  let to = at + 1;
  if (kind !== MARK) while (to < text.length && kindOf(text.charCodeAt(to)) === kind) to++;
  return to;
}

const NUMERAL = 0;
const UPPER = 1;
const LOWER = 2;
const MARK = 3;

function kindOf(code: number): number {
  if (code >= 48 && code <= 57) return NUMERAL;
  if (code >= 65 && code <= 90) return UPPER;
  if (code >= 97 && code <= 122) return LOWER;
  // Letters of other alphabets, but for the marks among Latin-1, punctuation and currencies.
  return code < 0xc0 || (code >= 0x2000 && code < 0x2c00) ? MARK : LOWER;
}

/** A mark that comes at the same place in each cell costs nothing as such: this is what speaks for a cut there. */
function insideForm(mark: string, cell: string, at: number): number {
  switch (mark) {
    case '.':
    case '_':
      return 0.3;
    case '-':
    case '/':
    case '%':
    case '\u00a0':
      return 0.5;
    case ':':
      return isDigit(cell, at - 1) && isDigit(cell, at + 1) && !isTime(cell, at) ? 4 : 1;
    case ' ':
      return isDigit(cell, at - 1) && isDigit(cell, at + 1)
        ? isBeforeTime(cell, at)
          ? 0.5
          : 5
        : at === 0 || at === cell.length - 1
          ? 2
          : 1;
    case ',':
      return isDigit(cell, at - 1) && isDigit(cell, at + 1) ? 2.5 : cell.charAt(at + 1) === ' ' ? 2 : 5;
    case ';':
      return 5;
    case '|':
      return 7;
    case '~':
    case '^':
    case '§':
    case '¦':
      return 4;
    case '"':
    case "'":
    case '`':
      return 1;
    default:
      return mark < ' ' ? 10 : 2;
  }
}

/** A blank between a date and a time, which are one moment. */
function isBeforeTime(cell: string, at: number): boolean {
  return TIME_FIRST.test(cell.slice(at + 1, at + 6)) && DATE_LAST.test(cell.slice(Math.max(0, at - 11), at));
}

function insideText(mark: string, cell: string, at: number): number {
  if (mark === ' ') return 2.5;
  if (mark < ' ') return 12;
  if (mark === ',' && cell.charAt(at + 1) !== ' ' && !isDigit(cell, at + 1)) return 7;
  if (",.-_/'()%:".includes(mark)) return 5;
  return mark === '|' ? 11 : 7;
}

function isTime(text: string, at: number): boolean {
  return !isDigit(text, at - 3) && isDigit(text, at + 2) && !isDigit(text, at + 3);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
