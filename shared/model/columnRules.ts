import { z } from 'zod';

/** What the cells of a column should keep to. A rule never stops an edit: breaches are listed. */
export const ColumnRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('required') }),
  z.strictObject({ rule: z.literal('unique') }),
  /** Numbers from `least` to `most`, ends kept. */
  z.strictObject({
    rule: z.literal('range'),
    least: z.number().optional(),
    most: z.number().optional(),
  }),
  /** Texts of a list. */
  z.strictObject({ rule: z.literal('list'), values: z.array(z.string()).min(1).max(1000) }),
  /** Never smaller than in the row above, in the table's own order: periods that go on. */
  z.strictObject({ rule: z.literal('rising') }),
]);
export type ColumnRule = z.infer<typeof ColumnRule>;
export type RuleKind = ColumnRule['rule'];

/** Rules that make sense for a column of a type. */
export function rulesFor(type: string): RuleKind[] {
  if (type === 'number') return ['required', 'range', 'unique', 'rising'];
  if (type === 'period') return ['required', 'unique', 'rising'];
  if (type === 'boolean') return ['required'];
  return ['required', 'list', 'unique'];
}
