const SHORT: Readonly<Record<string, string>> = {
  republic: 'rep',
  democratic: 'dem',
  st: 'saint',
  islands: 'is',
  island: 'is',
  isl: 'is',
  federated: 'fed',
  states: 'sts',
  province: 'prov',
  intermediate: 'interm',
  telecom: 'telecommunications',
  telecommunication: 'telecommunications',
  services: 'service',
  excl: 'excluding',
};
const EMPTY: ReadonlySet<string> = new Set(['of', 'the', 'and', '']);

/**
 * What two spellings of one name have in common: its words without case, accents, marks, order and filling words.
 * "Korea, Rep." and "The Republic of Korea" have one key, "U.A.E." and "UAE" too; "Guinea" and "Guinea-Bissau" two. Nothing is guessed from likeness.
 */
export function nameKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`]|(?<=\b\p{L})\./gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .map((word) => SHORT[word] ?? word)
    .filter((word) => !EMPTY.has(word))
    .sort()
    .join(' ');
}
