/**
 * What letters beside a figure or a period say of it, in the words of a status column. Offices agree on these: P and R at central banks,
 * the small letters at Eurostat (b c d e f i n p r s u z), the SDMX code list for observation status.
 */
const STATUS_OF_FLAG: Readonly<Record<string, string>> = {
  p: 'provisional',
  prov: 'provisional',
  provisional: 'provisional',
  prel: 'provisional',
  preliminary: 'provisional',
  r: 'revised',
  rev: 'revised',
  revised: 'revised',
  rp: 'revised, provisional',
  pr: 'revised, provisional',
  'r/p': 'revised, provisional',
  'p/r': 'revised, provisional',
  e: 'estimated',
  est: 'estimated',
  estimated: 'estimated',
  estimate: 'estimated',
  f: 'forecast',
  forecast: 'forecast',
  proj: 'forecast',
  projected: 'forecast',
  be: 'budget',
  re: 'revised estimate',
  b: 'break',
  d: 'definition differs',
  i: 'imputed',
  s: 'estimated',
  u: 'low reliability',
  n: 'not significant',
  c: 'confidential',
  z: 'not applicable',
};

/** Letters that Eurostat joins: "bp" is a break in a provisional figure. "us" and "ec" are no two flags. */
const JOINED = /^(?!us|cc|ec)[bcdeprsu]{2,3}$/;

/** The status that a flag stands for; brackets, points and case count for nothing, small raised letters are letters. Null for what is no flag. */
export function statusOfFlag(flag: string): string | null {
  const written = flag.normalize('NFKC').replace(/[()[\].;,\s]/g, '');
  const bare = written.toLowerCase();
  if (Object.hasOwn(STATUS_OF_FLAG, bare)) return STATUS_OF_FLAG[bare] ?? null;
  if (!JOINED.test(written) || new Set(written).size < written.length) return null;
  return [...written].map((letter) => STATUS_OF_FLAG[letter]).join(', ');
}

/** Flags that stand beside a period: a lone "E" or "n" in a header is too often a name. */
export function isPeriodFlag(token: string): boolean {
  return /^[([]?(p|r|rp|pr|r\/p|p\/r|e|f|b\.?e|r\.?e|prov|prel|rev|est|proj|provisional|preliminary|revised|estimated?|forecast|projected)[)\]]?\.?$/i.test(
    token,
  );
}

/** A period with a flag behind it, "2024-25 (P)", "2023r"; null where there is no flag. */
export function flaggedPeriod(text: string): { period: string; flag: string } | null {
  const parts = /^(.*[\d)])\s*([([]?[A-Za-z/]{1,11}[)\]]?\.?)$/.exec(text.trim());
  if (!parts?.[1] || !parts[2] || !isPeriodFlag(parts[2])) return null;
  return { period: parts[1], flag: parts[2] };
}
