/**
 * Share of total: `v / total`. Freelancers, July to March FY2025: 400 / 2825 = 0.142.
 * Unit: fraction. Gaps: null where a value is missing or the total is not above zero.
 */
export function shareOfTotal(part: number | null, total: number | null): number | null {
  if (part === null || total === null || total <= 0) return null;
  return part / total;
}
