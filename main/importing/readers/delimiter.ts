import { BLANKS, GAPS } from '../detection/dialect.ts';

/** What parts the cells of a line: one text, or any run of blanks. Positions are those of the text. */
export interface Delimiter {
  /** The length of the delimiter that begins at `at`; 0 where none does. */
  length(text: string, at: number): number;
  /** Where the next one begins, before `end`; -1 where there is none. */
  next(text: string, from: number, end: number): number;
  /** The cells of a line without quotes. */
  split(line: string): string[];
  /** Where the first cell of a line may begin: blanks before it are no cell. */
  first(text: string, at: number): number;
  /** Whether spaces part cells, so that they cannot stand around quotes. */
  isBlank: boolean;
}

export function delimiterOf(delimiter: string): Delimiter {
  if (delimiter === '') return NONE;
  if (delimiter === BLANKS) return runsOf(1);
  return delimiter === GAPS ? runsOf(2) : literal(delimiter);
}

const NONE: Delimiter = {
  length: () => 0,
  next: () => -1,
  split: (line) => [line],
  first: (_, at) => at,
  isBlank: false,
};

function literal(delimiter: string): Delimiter {
  return {
    length: (text, at) => (text.startsWith(delimiter, at) ? delimiter.length : 0),
    next(text, from, end) {
      // Only this line is searched, not the rest of the text for each line that holds none.
      const at = text.slice(from, end).indexOf(delimiter);
      return at < 0 ? -1 : from + at;
    },
    split: (line) => line.split(delimiter),
    first: (_, at) => at,
    isBlank: /^ +$/.test(delimiter),
  };
}

/** Runs of spaces, and of tabs where one is enough. Those at the ends of a line part nothing. */
function runsOf(least: 1 | 2): Delimiter {
  const pattern = least === 1 ? /[ \t]+/ : / {2,}/;
  const isBlank = (text: string, at: number) => {
    const code = text.charCodeAt(at);
    return code === 32 || (code === 9 && least === 1);
  };
  const after = (text: string, at: number) => {
    let to = at;
    while (isBlank(text, to)) to++;
    return to;
  };
  const isTrimmed = (code: number) => code === 32 || code === 9;
  return {
    length(text, at) {
      const length = after(text, at) - at;
      return length >= least ? length : 0;
    },
    next(text, from, end) {
      for (let at = from; at < end; at++) {
        if (isBlank(text, at) && (least === 1 || isBlank(text, at + 1))) return at;
      }
      return -1;
    },
    split(line) {
      // No pattern: one that is bound to the end tries each blank of a long run.
      let end = line.length;
      while (end > 0 && isTrimmed(line.charCodeAt(end - 1))) end--;
      let from = 0;
      while (from < end && isTrimmed(line.charCodeAt(from))) from++;
      return line.slice(from, end).split(pattern);
    },
    first: after,
    isBlank: true,
  };
}
