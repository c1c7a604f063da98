import type { Step } from '../../../shared/model/recipe.ts';
import { isChange } from './periodHeaders.ts';

type SetColumn = Extract<Step, { step: 'setColumn' }>;
export type Role = SetColumn['role'];

const ROLE_NAMES: readonly [RegExp, Role][] = [
  [/^(published|release(d|_date)?|vintage|as[ _]?of|published_at|publication[ _]date|edition)$/i, 'vintage'],
  [/^(source|sources|publisher|provider|database)$/i, 'source'],
  [/^(definition|concept|basis|methodology)$/i, 'definition'],
  [/^(status|obs_status|flag|flags)$/i, 'status'],
  [/^(notes?|comments?|remarks?|obs_com|footnotes?|finding|how_to_verify)$/i, 'note'],
  // UNCTAD names them after each measure.
  [/ (footnotes?)$/i, 'note'],
  [/ missing value$/i, 'status'],
  [/^(unit|units|unit_measure|currency|unit_mult|scale|unit of measure|units of measure)$/i, 'unit'],
];

/** What the name of a column says that it is for. */
export function roleOfName(name: string): Role | undefined {
  return ROLE_NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** Numbers that name something rather than measure it. */
export function isKeyNumber(name: string): boolean {
  return (
    /(^|[ _])(id|code|no|rank|months?[ _]elapsed.*|line|row)$/i.test(name) || /months?[ _]elapsed/i.test(name)
  );
}

/** How a measure adds up, by its name and unit; `cumulative` and `targets` are what the table as a whole is. */
export function natureOf(
  name: string,
  unit: string | undefined,
  { cumulative, targets }: { cumulative: boolean; targets: boolean },
): NonNullable<SetColumn['nature']> {
  if (targets || /target/i.test(name)) return 'target';
  if (
    unit === '%' ||
    isChange(name) ||
    /share|rate|growth|ratio|index|yoy|percent|average|\bavg\b|\bmean\b|median/i.test(name)
  )
    return 'rate';
  if (/stock|outstanding|reserves|headcount|balance/i.test(name)) return 'stock';
  return cumulative || /cumulative|ytd|fytd/i.test(name) ? 'cumulative' : 'flow';
}
