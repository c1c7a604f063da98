import { z } from 'zod';

/** One call: its arguments and its result. `long` calls report progress and are worth a Cancel button. */
export interface CallDefinition<A extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  readonly args: A;
  readonly result: R;
}

export function call<A extends z.ZodType, R extends z.ZodType>(args: A, result: R): CallDefinition<A, R> {
  return { args, result };
}

/** Nothing to say, nothing to answer. */
export const nothing = z.undefined().or(z.null()).optional();

/** How far a long call is: `done` of `total` in `unit` (total absent while unknown). */
export const Progress = z.strictObject({
  done: z.number(),
  total: z.number().optional(),
  note: z.string(),
});
export type Progress = z.infer<typeof Progress>;
