import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { QuerySpec } from '../views/query.ts';

/**
 * A number inside a text that is worked out from the project.
 * value: one figure of a query (all its rows answer as one; `at` picks one category: a code or a canonical period text).
 * target: a field of a target's arithmetic (shared/measures/targetPath.ts).
 * ratio: of / to. change: of / to - 1. difference: of - to. The parts are other figures of the same slide.
 * rank: the position of `at` among the categories of the query, largest first, from 1.
 */
export const FigureSpec = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('value'),
    query: QuerySpec,
    at: z.string().optional(),
    pick: z.enum(['only', 'last', 'largest']).default('only'),
  }),
  z.strictObject({ kind: z.literal('target'), target: Id, field: z.string() }),
  z.strictObject({ kind: z.literal('ratio'), of: z.string(), to: z.string() }),
  z.strictObject({ kind: z.literal('change'), of: z.string(), to: z.string() }),
  z.strictObject({ kind: z.literal('difference'), of: z.string(), to: z.string() }),
  z.strictObject({ kind: z.literal('rank'), query: QuerySpec, at: z.string() }),
]);
export type FigureSpec = z.infer<typeof FigureSpec>;
