import { z } from 'zod';
import { Slide } from '../model/deck.ts';
import { Id } from '../model/ids.ts';
import { Level, QuerySpec, Selection, ViewData } from '../views/query.ts';
import { call } from './define.ts';
import { ProblemData } from './problem.ts';
import { Vector } from './vectors.ts';

/** A figure worked out: its value (NaN where it cannot be), its unit, and how it was reckoned in words. */
export const Figure = z.object({
  value: z.number(),
  unit: z.string(),
  fraction: z.boolean(),
  /** "(4,000 - 2,825) / 3" or "Monthly series, Dec 2024" */
  reckoning: z.string(),
  problem: ProblemData.optional(),
});
export type Figure = z.infer<typeof Figure>;

/** The arithmetic of a target; every field is in the target's unit unless said otherwise. See shared/measures/targetPath.ts. */
export const TargetAnswer = z.object({
  goal: z.number(),
  unit: z.string(),
  /** Months of the period that are known, and those that are left. */
  monthsKnown: z.number().int(),
  monthsLeft: z.number().int(),
  achieved: z.number(),
  /** "printed": the cumulative figure as printed for that span; "months": the sum of months. */
  achievedFrom: z.enum(['printed', 'months']),
  printed: z.number().nullable(),
  sumOfMonths: z.number(),
  /** printed - sumOfMonths, where both are known. */
  gap: z.number().nullable(),
  left: z.number(),
  neededPerMonth: z.number().nullable(),
  averageSoFar: z.number().nullable(),
  bestMonth: z.object({ value: z.number(), period: z.number() }).nullable(),
  sameMonthsLastYear: z.number().nullable(),
  /** Fractions. */
  growthNeeded: z.number().nullable(),
  growthSoFar: z.number().nullable(),
  outcome: z.number().nullable(),
  /** outcome - goal */
  outcomeGap: z.number().nullable(),
  lastYear: z.number().nullable(),
  /** Month by month through the period: period code, value or NaN, known at the target's date or learnt later. */
  months: z.array(
    z.object({
      period: z.number(),
      value: z.number().nullable(),
      known: z.boolean(),
      lastYear: z.number().nullable(),
    }),
  ),
  ways: z.array(
    z.object({
      words: z.string(),
      reckoning: z.string(),
      result: z.number(),
      fromGoal: z.number(),
      fromOutcome: z.number().nullable(),
    }),
  ),
  /** Where several target statements name the same period. */
  notes: z.array(z.string()),
  sourceLine: z.string(),
});
export type TargetAnswer = z.infer<typeof TargetAnswer>;

export const viewsCalls = {
  /** Answers views by id, each under the page's selection (less its own clauses). One problem does not spoil the others. */
  'views.query': call(
    z.strictObject({ views: z.array(Id), selection: Selection }),
    z.record(Id, z.union([z.object({ data: ViewData }), z.object({ problem: ProblemData })])),
  ),
  /** Answers one query that is not a view yet (the inspector's trial, a figure's trial). */
  'views.trial': call(z.strictObject({ query: QuerySpec }), ViewData),
  /**
   * For a brush on `column` made in view `active`: for each view the value of every (bin of the brushed column x key of the view)
   * under the rest of the selection. `cells[bin * keyCount + key]` are plain sums; `counts` likewise. Bins are in order.
   * A view whose measure does not add up is left out and answered by views.query instead.
   */
  'views.cube': call(
    z.strictObject({
      active: Id,
      column: Id,
      level: Level.optional(),
      views: z.array(Id),
      selection: Selection,
    }),
    z.object({
      bins: z.instanceof(Int32Array),
      views: z.record(
        Id,
        z.object({
          keys: z.array(Vector),
          keyCount: z.number().int(),
          cells: z.instanceof(Float64Array),
          counts: z.instanceof(Float64Array),
        }),
      ),
      elapsed: z.number(),
    }),
  ),
  'views.target': call(z.strictObject({ target: Id }), TargetAnswer),
  /** The figures of a slide by id. */
  'views.figures': call(z.strictObject({ slide: Slide }), z.record(z.string(), Figure)),
};
