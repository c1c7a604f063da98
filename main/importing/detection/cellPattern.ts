/**
 * What cells of one making have in common, beyond figures and periods: runs of digits as 9, of letters as a, marks as they are. "12 Jan 1999" and
 * "3 March 2001" are both "9 a 9". Addresses of mail and of pages, whose parts are many, are one pattern each.
 */
export function cellPattern(text: string): string {
  if (/^[^\s@]+@[^\s@]+\.\w+$/.test(text)) return '@';
  if (/^(https?|ftp):\/\/\S+$/i.test(text)) return '://';
  if (/^(\/|[a-z]:\\|\.{1,2}\/)\S*[/\\.]\S+$/i.test(text)) return '/';
  return text
    .replace(/\d+/g, '9')
    .replace(/[\p{L}\p{M}]+/gu, 'a')
    .replace(/\s+/g, ' ');
}

/** A pattern that names hardly have: digits beside other things, or an address. */
export function isTelling(pattern: string): boolean {
  return pattern === '@' || pattern === '://' || pattern === '/' || /9.*[^9]|[^9].*9/s.test(pattern);
}

/** The pattern of nearly all of the texts, where names hardly have it. */
export function commonPattern(texts: readonly string[]): string | undefined {
  if (texts.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const text of texts) {
    const pattern = cellPattern(text);
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  for (const [pattern, count] of counts)
    if (count >= texts.length * 0.8 && isTelling(pattern)) return pattern;
  return undefined;
}
