import { z } from 'zod';
import { ColumnLayout } from '../model/columnLayout.ts';
import { Deck, Slide } from '../model/deck.ts';
import { Document } from '../model/document.ts';
import { Id } from '../model/ids.ts';
import { Recipe } from '../model/recipe.ts';
import { Source } from '../model/source.ts';
import { Column, ColumnType, NumberFormat, Table } from '../model/table.ts';
import { Target } from '../model/target.ts';
import { Page, View } from '../model/view.ts';
import { Selection } from '../views/query.ts';
import { CellBlock } from './pasting.ts';
import { ReplaceArgs } from './replacing.ts';

/** A cell as it was typed: text is read by the column's type and locale, null clears, anything else is taken as it is. */
const Typed = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const Beside = z.strictObject({ column: Id, side: z.enum(['before', 'after']) });

/**
 * Everything that changes a project, by name. The arguments stand here because both sides must agree on them;
 * what a command does stands in main/editing/commands/<name>.ts.
 */
export const commandArgs = {
  setCells: z.strictObject({
    table: Id,
    cells: z.array(z.strictObject({ row: z.number().int(), column: Id, value: Typed })).min(1),
  }),
  clearCells: z.strictObject({ table: Id, blocks: z.array(CellBlock).min(1) }),
  /**
   * Blocks of values, row by row: over `rows`, and in new rows at the end where there are more values than rows. `cut` is emptied first.
   * What does not fit refuses the whole (Problem `paste.misfits`), or is left out with `rest`.
   */
  paste: z.strictObject({
    table: Id,
    blocks: z.array(CellBlock.extend({ values: z.array(z.array(Typed)).min(1) })).min(1),
    cut: z.strictObject({ table: Id, blocks: z.array(CellBlock).min(1) }).optional(),
    /** Columns of the block that the table has no more of: told like cells that do not fit. */
    beyond: z.number().int().min(0).default(0),
    rest: z.boolean().default(false),
  }),
  /**
   * Cells go on with those of `from`, nearest first; rows and columns in the order in which they are shown. `as`: numbers and periods with a
   * constant step go on (auto), everything repeats (copy), or the other way round for what could be meant both ways.
   */
  fill: z.strictObject({
    table: Id,
    from: CellBlock,
    to: CellBlock,
    direction: z.enum(['down', 'up', 'right', 'left']),
    as: z.enum(['auto', 'copy', 'other']).default('auto'),
  }),
  /** Every cell that shows `text` says what replacing makes of it; those that do not fit are left. */
  replaceInCells: ReplaceArgs,
  /** New rows at the end; values by column id, missing where absent. */
  insertRows: z.strictObject({ table: Id, rows: z.array(z.record(Id, Typed)).min(1) }),
  /** The same rows once more, at the end, in this order. */
  duplicateRows: z.strictObject({ table: Id, rows: z.array(z.number().int()).min(1) }),
  deleteRows: z.strictObject({ table: Id, rows: z.array(z.number().int()).min(1) }),
  renameTable: z.strictObject({ table: Id, title: z.string().trim().min(1).max(200) }),
  removeTable: z.strictObject({ table: Id }),
  updateColumn: z.strictObject({
    table: Id,
    column: Id,
    change: Column.pick({
      label: true,
      role: true,
      nature: true,
      unit: true,
      format: true,
      labels: true,
      rules: true,
    }).partial(),
  }),
  /** A column with this value in every row, beside another one, or at the end. */
  addColumn: z.strictObject({
    table: Id,
    column: Column,
    value: Typed.optional(),
    beside: Beside.optional(),
  }),
  /** A column that a formula over the table makes (shared/formulas); its type follows from the formula. */
  addComputedColumn: z.strictObject({
    table: Id,
    column: Id,
    label: z.string().trim().min(1).max(200),
    formula: z.string(),
    beside: Beside.optional(),
  }),
  changeFormula: z.strictObject({ table: Id, column: Id, formula: z.string() }),
  /** The words over a column: `label` as people read it, `name` as files that leave say it. */
  renameColumn: z.strictObject({
    table: Id,
    column: Id,
    label: z.string().trim().min(1).max(200),
    name: z.string().trim().min(1).max(200).optional(),
  }),
  /** What counts on them keeps its reference, and says what is missing; dependentsOf tells it before. */
  removeColumns: z.strictObject({ table: Id, columns: z.array(Id).min(1) }),
  /** A column of its own with the same cells, right after. */
  duplicateColumn: z.strictObject({
    table: Id,
    column: Id,
    as: Id,
    label: z.string().trim().min(1).max(200),
  }),
  /** In the grid: the table's own order stays. Before another one, or last. */
  moveColumns: z.strictObject({ table: Id, columns: z.array(Id).min(1), before: Id.nullable() }),
  /** Widths, hidden and frozen columns of the grid. */
  layOutColumns: z.strictObject({
    table: Id,
    change: ColumnLayout.omit({ order: true }).partial(),
  }),
  /** How the figures of columns are shown; `null`: as they are. */
  formatColumns: z.strictObject({ table: Id, columns: z.array(Id).min(1), format: NumberFormat.nullable() }),
  /** Reads the cells of a column as another type. Cells that do not fit are left empty, or the whole is refused. */
  changeColumnType: z.strictObject({
    table: Id,
    column: Id,
    type: ColumnType,
    misfits: z.enum(['empty', 'refuse']).default('refuse'),
  }),
  /** Cells that were changed by hand say again what their file says. */
  revertCells: z.strictObject({
    table: Id,
    cells: z.array(z.strictObject({ row: z.number().int(), column: Id })).min(1),
  }),
  /** A note on a cell; an empty text takes it away. */
  noteCell: z.strictObject({
    table: Id,
    row: z.number().int(),
    column: Id,
    text: z.string().trim().max(5000),
    link: z.string().trim().max(2000).optional(),
  }),
  rebuildTable: z.strictObject({
    table: Id,
    /** Of these tables and by these steps from now on. */
    otherwise: z.strictObject({ tables: z.array(Id).min(1), recipe: Recipe.min(1) }).optional(),
  }),
  addPage: z.strictObject({ page: Page }),
  updatePage: z.strictObject({ page: Id, change: Page.omit({ id: true, selection: true }).partial() }),
  removePage: z.strictObject({ page: Id }),
  /** Adds a view, and places it on a page where one is named. */
  addView: z.strictObject({ view: View, page: Id.optional() }),
  updateView: z.strictObject({ view: Id, change: View.omit({ id: true }).partial() }),
  /** Takes a view off its pages and out of the project; slides that show it keep their text. */
  removeView: z.strictObject({ view: Id }),
  select: z.strictObject({ page: Id, selection: Selection }),
  addTarget: z.strictObject({ target: Target }),
  updateTarget: z.strictObject({ target: Id, change: Target.omit({ id: true }).partial() }),
  removeTarget: z.strictObject({ target: Id }),
  addDeck: z.strictObject({ deck: Deck }),
  updateDeck: z.strictObject({ deck: Id, change: Deck.pick({ title: true }).partial() }),
  removeDeck: z.strictObject({ deck: Id }),
  addSlide: z.strictObject({ deck: Id, slide: Slide, at: z.number().int().min(0).optional() }),
  updateSlide: z.strictObject({ deck: Id, slide: Id, change: Slide.omit({ id: true }).partial() }),
  moveSlide: z.strictObject({ deck: Id, slide: Id, to: z.number().int().min(0) }),
  removeSlide: z.strictObject({ deck: Id, slide: Id }),
  updateProject: z.strictObject({
    change: z.strictObject({
      title: z.string().trim().min(1).max(200).optional(),
      fiscalYearStart: z.number().int().min(1).max(12).optional(),
      /** Positions in the palette by concept or column, then by category. */
      colours: Document.shape.colours.unwrap().optional(),
    }),
  }),
} as const;

const NewTable = z.strictObject({ table: Table, source: Source.optional(), rows: z.string() });

/** Commands of the program itself: journaled and undone like the others, but no window may name them. */
export const internalCommandArgs = {
  /** A newer file of a table's source: the rows as they are from then on, as a Parquet file like that of `addTable` (with `_id`), which is taken. */
  refreshTable: z.strictObject({
    table: Id,
    columns: z.array(Column).min(1),
    handEdits: Table.shape.handEdits,
    handDeleted: Table.shape.handDeleted,
    source: Source,
    rows: z.string(),
  }),
  /** A table with its rows from a Parquet file in the project's work folder (columns by id, periods as canonical text), which is taken. */
  addTable: NewTable,
  /** Several of one file at once. */
  addTables: z.strictObject({ tables: z.array(NewTable).min(1) }),
} as const;

export type CommandName = keyof typeof commandArgs;
export type CommandArgs<N extends CommandName> = z.input<(typeof commandArgs)[N]>;
export const CommandName = z.enum(Object.keys(commandArgs) as [CommandName, ...CommandName[]]);
