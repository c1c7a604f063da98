import { z } from 'zod';
import { call, nothing } from './define.ts';

/** Texts that the user mapped to codes, by code list; an empty code keeps the text as it is. */
export const Mappings = z.record(z.string(), z.record(z.string(), z.string()));
export type Mappings = z.infer<typeof Mappings>;

export const mappingsCalls = {
  'mappings.list': call(nothing, Mappings),
  /** Adds, changes or (code null) forgets one; a name of the list stands for its code. Answers with all. */
  'mappings.change': call(
    z.strictObject({
      list: z.string(),
      text: z.string().trim().min(1).max(500),
      code: z.string().trim().max(500).nullable(),
    }),
    Mappings,
  ),
};
