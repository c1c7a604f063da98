import { z } from 'zod';
import { Filter } from '../views/query.ts';
import { Id } from './ids.ts';

/** A goal for a measure in a period: a dated statement with an owner, not a constant. */
export const Target = z.strictObject({
  id: Id,
  title: z.string(),
  /** The question that the target's page answers: "Can FY2025 reach US$4 bn?" */
  question: z.string().optional(),
  /** Monthly figures that count towards it. */
  table: Id,
  measure: Id,
  where: z.array(Filter).default([]),
  /** Canonical period text of the year: 2024-07/P12M. */
  period: z.string(),
  goal: z.number(),
  unit: z.string(),
  /** The last month that is taken as known, canonical text; absent: the newest on file. */
  knownTo: z.string().optional(),
  /** Releases known on that date; absent: all. */
  asOf: z.string().optional(),
  /** A table with printed cumulative figures; "achieved so far" is the printed one where it is known for that span. */
  printed: z
    .strictObject({ table: Id, measure: Id, where: z.array(Filter).default([]), asOf: z.string().optional() })
    .optional(),
  /** A table with printed figures of whole years, for the outcome. */
  outcome: z.strictObject({ table: Id, measure: Id, where: z.array(Filter).default([]) }).optional(),
  statedOn: z.string().optional(),
  statedBy: z.string().optional(),
  note: z.string().optional(),
});
export type Target = z.infer<typeof Target>;
