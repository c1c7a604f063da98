import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { Recipe } from '../model/recipe.ts';
import { Column } from '../model/table.ts';
import { call } from './define.ts';
import { ImportNote } from './importing.ts';

/** Tables of the project and the steps that make one of them. */
const Combination = z.strictObject({ tables: z.array(Id).min(1), recipe: Recipe.min(1) });

export const CombinePreview = z.object({
  columns: z.array(Column),
  rowCount: z.number().int(),
  /** Shown texts of the first two hundred rows. */
  rows: z.array(z.array(z.string())),
  /** What matched and what did not (codes `combine.matched`, `combine.only-left`, `combine.only-right`), and whatever else the steps have to say. */
  notes: z.array(ImportNote),
});
export type CombinePreview = z.infer<typeof CombinePreview>;

/** Two columns by which tables can be joined, and why. Shares are of the distinct values of each side. */
export const KeyProposal = z.object({
  left: Id,
  right: Id,
  why: z.enum(['name', 'concept', 'values']),
  leftFound: z.number(),
  rightFound: z.number(),
});
export type KeyProposal = z.infer<typeof KeyProposal>;

export const combiningCalls = {
  /** Columns by which the right table can be looked up from the left: the first ones together hold each key of it once, where that is to be had. */
  'combine.keys': call(
    z.strictObject({ left: Id, right: Id }),
    z.object({ pairs: z.array(KeyProposal), use: z.number().int(), hasVintages: z.boolean() }),
  ),
  /** What would come of it. Nothing is kept. */
  'combine.preview': call(Combination, CombinePreview),
  /** Makes the table; one undo step. */
  'combine.run': call(
    Combination.extend({ title: z.string().trim().min(1).max(200) }),
    z.object({ table: Id, rows: z.number().int() }),
  ),
};
