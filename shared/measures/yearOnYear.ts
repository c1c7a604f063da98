/**
 * Year on year: `v(t) / v(t - 1 year) - 1`. FY2022 on FY2021: 2618 / 2108 - 1 = 0.242.
 * Unit: fraction. Input: values in one unit, never percentages.
 * Gaps: null, shown "n/m", where a value is missing or the base is not above zero.
 * Source: OECD, Data and Metadata Reporting and Presentation Handbook (2007).
 */
export function yearOnYear(now: number | null, yearAgo: number | null): number | null {
  if (now === null || yearAgo === null || yearAgo <= 0) return null;
  return now / yearAgo - 1;
}
