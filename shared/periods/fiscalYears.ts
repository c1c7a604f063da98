/**
 * The month that opens the fiscal year of a government where it is not January, by ISO 3166 alpha-3, with names in use.
 * The United Kingdom opens on 6 April. Offered to a person, never applied unasked: statistics of a country may follow another year.
 * Source: The World Factbook, field "Fiscal year".
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
