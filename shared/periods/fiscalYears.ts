/**
 * The month that opens the fiscal year of a government where it is not January, by ISO 3166 alpha-3, with names in use.
 * The United Kingdom opens on 6 April. An assumption about a file, told with the choice of another year: statistics of a country may follow another one.
 * Source: The World Factbook, field "Fiscal year" (2080): Australia, Bangladesh, Bhutan, Botswana, Canada and Egypt were compared with two public copies
 * of it in November 2026; the others are as first taken from it, and Pakistan and India as their central banks print their years (SBP July-June, RBI April-March).
 */
const YEARS: readonly (readonly [code: string, month: number, names: string])[] = [
  ['PAK', 7, 'pakistan'],
  ['BGD', 7, 'bangladesh'],
  ['AUS', 7, 'australia'],
  ['EGY', 7, 'egypt|egypt, arab rep.'],
  ['KEN', 7, 'kenya'],
  ['TZA', 7, 'tanzania|united republic of tanzania'],
  ['UGA', 7, 'uganda'],
  ['MUS', 7, 'mauritius'],
  ['BTN', 7, 'bhutan'],
  ['IND', 4, 'india'],
  ['JPN', 4, 'japan'],
  ['GBR', 4, 'united kingdom|uk|u.k.|great britain'],
  ['CAN', 4, 'canada'],
  ['HKG', 4, 'hong kong|hong kong sar, china|hong kong, china'],
  ['SGP', 4, 'singapore'],
  ['ZAF', 4, 'south africa'],
  ['BWA', 4, 'botswana'],
  ['NAM', 4, 'namibia'],
  ['JAM', 4, 'jamaica'],
  ['USA', 10, 'united states|usa|us|u.s.|united states of america'],
  ['THA', 10, 'thailand'],
];

const BY_NAME = new Map(
  YEARS.flatMap(([code, month, names]) =>
    [code.toLowerCase(), ...names.split('|')].map((name) => [name, month] as const),
  ),
);

/** 7 for "Pakistan" or "PAK"; null for an area that is not known, or whose year opens in January. */
export function fiscalYearStartOf(area: string): number | null {
  return BY_NAME.get(area.trim().toLowerCase()) ?? null;
}

const LONG_NAMES = YEARS.flatMap(([, month, names]) =>
  names.split('|').flatMap((name) => (name.length >= 5 ? [[name, month] as const] : [])),
);

/**
 * The same for the one area that a title names: 4 for "Reserve Bank of India". Null where none is known or several differ, and for
 * areas that are traded with: "Exports to India".
 */
export function fiscalYearStartIn(title: string): number | null {
  const text = title.toLowerCase();
  const months = new Set<number>();
  for (const [name, month] of LONG_NAMES) {
    const pattern = new RegExp(
      `(?<!\\p{L})(?<partner>(?:to|from|with|and) (?:the )?)?${escaped(name)}(?!\\p{L})`,
      'gu',
    );
    for (const found of text.matchAll(pattern)) if (!found.groups?.partner) months.add(month);
  }
  const [month] = months;
  return months.size === 1 && month !== undefined ? month : null;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
