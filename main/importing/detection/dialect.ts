/** How a text file separates its cells. */
export interface Dialect {
  /** A text; or BLANKS, GAPS. '' = one column. */
  delimiter: string;
  /** '' where nothing is quoted. */
  quote: string;
  /** '' = a doubled quote. */
  escape: string;
}

/** Cells stand under each other, parted by any run of spaces and tabs. Written as regular expressions are, for no file is parted by these letters. */
export const BLANKS = '\\s+';
/** The same by two spaces or more, where a single one is part of a cell. */
export const GAPS = ' {2,}';

/** What a person calls a delimiter. */
export function delimiterWords(delimiter: string): string {
  const names: Record<string, string> = {
    ',': 'comma',
    ';': 'semicolon',
    '\t': 'tab',
    '|': 'bar',
    ' ': 'space',
    ':': 'colon',
    '': 'one column',
    [BLANKS]: 'blanks',
    [GAPS]: 'two or more spaces',
  };
  return names[delimiter] ?? JSON.stringify(delimiter);
}

export function quoteWords(quote: string): string {
  const names: Record<string, string> = { '"': 'double quotes', "'": 'single quotes', '': 'no quotes' };
  return names[quote] ?? `quote ${quote}`;
}
