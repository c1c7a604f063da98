import { z } from 'zod';

/** Steps that read what stands beside figures and labels: flags, units, credit and debit, spans that are already added up. */

/** A flag or footnote mark behind a figure or a period ("123.4 p", "FY23 R") goes to the status column; a mark for "no figure" says `missing` there. */
export const SplitStatus = z.strictObject({
  step: z.literal('splitStatus'),
  column: z.string(),
  to: z.string().min(1),
  /** The flag as the file writes it, and the status that it stands for. */
  flags: z.record(z.string().min(1), z.string().min(1)),
  /** Marks for "no figure", of any case. */
  missing: z.array(z.string().min(1)).default([]),
  /** Marks that say why there is no figure ("[c]", "*"), and the status that they stand for: the cell is empty then. */
  marks: z.record(z.string().min(1), z.string().min(1)).optional(),
});
/** The unit that each cell or label names, "US$ 5 mn" or "Exports (US$ million)", as a column: figures of two units are never added. */
export const SplitUnit = z.strictObject({
  step: z.literal('splitUnit'),
  column: z.string(),
  to: z.string().min(1),
  from: z.enum(['cells', 'labels']),
});
/** Labels that end in Cr, Db, credit, debit or net: what it is goes to `to` as credit, debit or net; the label loses it. */
export const AccountingEntry = z.strictObject({
  step: z.literal('accountingEntry'),
  column: z.string(),
  to: z.string().min(1),
});
/**
 * July, July to August, July to September ... become single months: each less the one before it, within one vintage and source, marked derived.
 * The first stays as it is. Where a month is missing in between, the difference covers several months and says so: nothing is guessed.
 */
export const MonthsFromCumulative = z.strictObject({
  step: z.literal('monthsFromCumulative'),
  /** The measures. */
  columns: z.array(z.string()).min(1),
  /** Where `derived` is written; made where there is none. */
  status: z.string().min(1),
});
