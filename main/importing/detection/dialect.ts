/** How a text file separates its cells. */
export interface Dialect {
  delimiter: string;
  /** '' where nothing is quoted. */
  quote: string;
  /** '' = a doubled quote. */
  escape: string;
}

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
  };
  return names[delimiter] ?? JSON.stringify(delimiter);
}

export function quoteWords(quote: string): string {
  const names: Record<string, string> = { '"': 'double quotes', "'": 'single quotes', '': 'no quotes' };
  return names[quote] ?? `quote ${quote}`;
}
