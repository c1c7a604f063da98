import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { Recipe } from '../model/recipe.ts';
import { Column } from '../model/table.ts';
import { call, nothing } from './define.ts';
import { Place } from './problem.ts';

/** Something that a reader or a step wants a person to know. `decide` ones need an answer, `note` ones were handled. */
export const ImportNote = z.object({
  code: z.string(),
  weight: z.enum(['decide', 'note', 'refused']),
  title: z.string(),
  text: z.string(),
  count: z.number().int().optional(),
  /** The first cell that it is about. */
  place: Place.optional(),
  /** The cells that it is about, as written: the first hundred of `count`. */
  cells: z.array(z.object({ place: Place, text: z.string() })).optional(),
  /** What can be done about it with one click: the whole recipe as it would be then. */
  treatments: z.array(z.object({ title: z.string(), recipe: Recipe })).optional(),
});
export type ImportNote = z.infer<typeof ImportNote>;

/** A table that stands in what was read, and the first steps of a recipe that take it: reading and header. */
export const TableInFile = z.object({
  title: z.string(),
  /** From its header to its last line. */
  firstLine: z.number().int(),
  lastLine: z.number().int(),
  rows: z.number().int(),
  first: Recipe,
});
export type TableInFile = z.infer<typeof TableInFile>;

/** A row with the line that it came from. */
const Row = z.object({ line: z.number().int(), cells: z.array(z.string()) });

/** What an import would bring: raw cells as they stand, the recipe as understood, the table that it makes. */
export const ImportPreview = z.object({
  id: z.string(),
  /** Of a large file, its first rows alone: counts are estimates, `sha256` is empty, the notes are not all. Ask for the whole (`import.propose` with no steps). */
  partial: z.boolean().optional(),
  fileName: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  format: z.string(),
  /** Sheets of a workbook, hidden ones marked. */
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  lines: z.number().int(),
  columns: z.number().int(),
  /** The first lines as read: `line` counts from 1 in the file. */
  raw: z.array(Row),
  /** How many rows were read; a row may run over several lines. */
  rawCount: z.number().int(),
  /** The tables of the sheet or text that was read, in their order. */
  tables: z.array(TableInFile),
  recipe: Recipe,
  /** For each step of the recipe, what it did, in words, and the names of the columns after it. */
  stepWords: z.array(
    z.object({
      title: z.string(),
      words: z.string(),
      count: z.string(),
      columns: z.array(z.string()).optional(),
    }),
  ),
  result: z.object({
    columns: z.array(Column),
    rowCount: z.number().int(),
    /** Shown texts of the first rows, with the line each came from. */
    rows: z.array(Row),
  }),
  notes: z.array(ImportNote),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Characters of a pasted block: more is a file. */
const PASTED_LENGTH = 32 * 2 ** 20;

export const importingCalls = {
  /** Reads a file and proposes a recipe. */
  'import.inspect': call(z.strictObject({ path: z.string() }), ImportPreview),
  /** The same with a block from the clipboard: its HTML where that holds a table, else its text. It is kept with the import alone. */
  'import.fromText': call(
    z.strictObject({
      text: z.string().max(PASTED_LENGTH),
      html: z.string().max(PASTED_LENGTH).optional(),
      title: z.string().min(1),
    }),
    ImportPreview,
  ),
  /** The same with a recipe as the user changed it. */
  'import.preview': call(z.strictObject({ id: z.string(), recipe: Recipe }), ImportPreview),
  /** The same where the first steps changed (how the file is read, the header): those after them are proposed anew. */
  'import.propose': call(z.strictObject({ id: z.string(), recipe: Recipe }), ImportPreview),
  /**
   * Rows of the file as read, or of the table that the recipe makes, from the given one (from 0) or from before the given line;
   * `at` is then where that line stands, absent where it has no row.
   */
  'import.rows': call(
    z.strictObject({
      id: z.string(),
      of: z.enum(['raw', 'result']),
      recipe: Recipe,
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(1000),
      line: z.number().int().min(1).optional(),
    }),
    z.object({ from: z.number().int(), at: z.number().int().optional(), rows: z.array(Row) }),
  ),
  /** Makes the table, and the further ones of the same file; one undo step. */
  'import.run': call(
    z.strictObject({
      id: z.string(),
      recipe: Recipe,
      title: z.string().min(1),
      /** Where `propose` is set, the recipe is only its first steps: those after them are found. */
      others: z
        .array(z.strictObject({ recipe: Recipe, title: z.string().min(1), propose: z.boolean() }))
        .optional(),
    }),
    z.object({ table: Id, rows: z.number().int() }),
  ),
  /** Forgets an inspected file. */
  'import.drop': call(z.strictObject({ id: z.string() }), nothing),
};
