/** A fiscal year (July to June) of the sample, as sums since its July. */
export interface FiscalYear {
  /** The year that it ends in. */
  year: number;
  /** US$ million, after each month from July on; fewer than twelve where the year goes on. */
  sums: number[];
}

/**
 * The fiscal years of the monthly releases (assets/sample/pakistan-ict-exports-monthly.csv), each month as printed last. Years that miss a
 * month before one they have are left out: their sums would be of something else.
 */
export function fiscalYears(releases: string): FiscalYear[] {
  const latest = new Map<string, { value: number; published: string }>();
  for (const line of releases.split('\n').slice(1)) {
    // The quoted columns stand behind these.
    const [month = '', item, value, , published = ''] = line.split(',');
    if (item !== 'ict_total' || !value) continue;
    const known = latest.get(month);
    if (!known || known.published <= published) latest.set(month, { value: Number(value), published });
  }
  const years = new Map<number, Map<number, number>>();
  for (const [month, { value }] of latest) {
    const [year = 0, number = 0] = month.split('-').map(Number);
    const ends = number >= 7 ? year + 1 : year;
    years.set(ends, (years.get(ends) ?? new Map()).set((number + 5) % 12, value));
  }
  const whole: FiscalYear[] = [];
  for (const [year, months] of [...years].sort(([a], [b]) => a - b)) {
    const sums: number[] = [];
    for (let at = 0; months.has(at); at++) sums.push((sums.at(-1) ?? 0) + (months.get(at) ?? 0));
    if (sums.length === months.size) whole.push({ year, sums });
  }
  return whole;
}
