import { z } from 'zod';
import { Id } from './ids.ts';

/**
 * Steps of tables that are built from several tables of the project. Tables are named by id; columns of the table so far by name or id,
 * those of another table by id.
 */

/** Rows of several tables, one table under the other, columns matched by name. Begins a recipe: it reads its tables itself. */
export const AppendTables = z.strictObject({
  step: z.literal('appendTables'),
  tables: z.array(Id).min(2),
  /** The name of the column that holds the title of each row's table; absent: none. */
  tableColumn: z.string().trim().min(1).optional(),
});

/** Brings columns of another table by key. Every row stays; what finds no row there has nothing in them. The other table must hold each key once. */
export const Lookup = z.strictObject({
  step: z.literal('lookup'),
  table: Id,
  keys: z.array(z.strictObject({ left: z.string(), right: Id })).min(1),
  columns: z.array(z.strictObject({ column: Id, name: z.string().trim().min(1).optional() })).min(1),
  /** One printing of each figure of the other table is picked first. */
  vintage: z.enum(['latest', 'first']).optional(),
  /** Keys are compared without regard to case and spaces. */
  loose: z.boolean().default(false),
});

export const AggregateLevel = z.enum(['asIs', 'month', 'quarter', 'calendarYear', 'fiscalYear']);
export type AggregateLevel = z.infer<typeof AggregateLevel>;
export const HowToAggregate = z.enum(['sum', 'mean', 'min', 'max', 'last', 'count']);
export type HowToAggregate = z.infer<typeof HowToAggregate>;

/** One row for each combination of the keys. Periods may be brought to a coarser level: those of which a part is missing stay empty. */
export const AggregateRows = z.strictObject({
  step: z.literal('aggregate'),
  keys: z.array(z.strictObject({ column: z.string(), level: AggregateLevel.optional() })),
  values: z
    .array(
      z.strictObject({
        column: z.string(),
        how: HowToAggregate,
        name: z.string().trim().min(1).optional(),
      }),
    )
    .min(1),
  /** Of a table with releases, which one of each figure is taken. */
  vintage: z.enum(['latest', 'first']).default('latest'),
});
