import { Problem } from '../../../shared/contract/problem.ts';
import type { ReplaceArgs, ReplaceOutcome } from '../../../shared/contract/replacing.ts';
import { columnNumber, shownPlaces } from '../../../shared/formats/columnNumber.ts';
import { shiftDecimal } from '../../../shared/formats/formatNumber.ts';
import { parseNumber } from '../../../shared/formats/parseNumber.ts';
import { type Column, columnLabel, type Table } from '../../../shared/model/table.ts';
import type { Statement } from '../../engine/engine.ts';
import type { CellValue } from '../../project/rowEffects.ts';
import { readTyped } from '../readTyped.ts';
import { type ReplacedText, replacedTexts } from './replacedTexts.ts';

/** More different values than this are not taken apart at once. */
const MOST_VALUES = 200_000;
const MOST_EXAMPLES = 100;

export interface ReplacePlan {
  /** What becomes of a value, by column. */
  readonly columns: readonly { column: Column; changes: readonly { from: CellValue; to: CellValue }[] }[];
  readonly outcome: ReplaceOutcome;
}

/** Works out what a replacement does, value by value, and changes nothing. Cells that would say what does not fit their column are left as they are, and told. */
export async function planReplace(
  run: (statement: Statement) => Promise<CellValue[][]>,
  table: Table,
  engineTable: string,
  args: ReplaceArgs,
  fiscalYearStart: number,
): Promise<ReplacePlan> {
  const outcome: ReplaceOutcome = { cells: 0, examples: [], misfits: { cells: 0, examples: [] } };
  const columns: { column: Column; changes: { from: CellValue; to: CellValue }[] }[] = [];
  for (const id of args.columns) {
    const column = table.columns.find((one) => one.id === id);
    if (!column) throw columnMissing(table, id);
    const place = { table: table.title, column: columnLabel(column) };
    readTyped(null, column, fiscalYearStart, place);
    const texts = await replacedTexts(run, engineTable, column, args, fiscalYearStart, MOST_VALUES + 1);
    if (texts.length > MOST_VALUES) throw tooMany(table, column);
    const changes: { from: CellValue; to: CellValue }[] = [];
    for (const text of texts) {
      const example = { column: id, from: text.shown, to: text.by, count: text.count };
      try {
        const to = replacement(text, column, args, (typed) =>
          readTyped(typed, column, fiscalYearStart, place),
        );
        if (to === text.value) continue;
        changes.push({ from: text.value, to });
        outcome.cells += text.count;
        if (outcome.examples.length < MOST_EXAMPLES) outcome.examples.push(example);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        outcome.misfits.cells += text.count;
        if (outcome.misfits.examples.length < MOST_EXAMPLES)
          outcome.misfits.examples.push({ ...example, message: error.message });
      }
    }
    columns.push({ column, changes });
  }
  return { columns, outcome };
}

/** What a cell holds afterwards: digits as stored where they match, else as shown; names of codes are read as codes. */
function replacement(
  { value, shown, by, exactBy }: ReplacedText,
  column: Column,
  args: ReplaceArgs,
  read: (typed: string) => CellValue,
): CellValue {
  if (column.type === 'category' && column.labels) {
    const named = Object.entries(column.labels).filter(([, label]) => label === by);
    return read(named.length === 1 ? (named[0]?.[0] ?? by) : by);
  }
  if (column.type !== 'number' || by.trim() === '') return read(by);
  if (exactBy !== null) return read(exactBy);
  if (typeof value === 'number' && shownAsNumber(shown, column, args) !== value) {
    throw new Problem({
      code: 'cell.digits-hidden',
      message: `${columnNumber(value, column, args.numbers)} has more digits than are shown: ${value}.`,
    });
  }
  return shownAsNumber(by, column, args) ?? read(by);
}

/** A number as its column shows it, read back. */
function shownAsNumber(text: string, column: Column, { numbers }: ReplaceArgs): number | null {
  const style = column.format?.numbers ?? numbers;
  const read = parseNumber(text, style === '1.234,5' || style === '1 234,5' ? ',' : '.');
  const places = Math.round(shownPlaces(column));
  return read === null || places === 0 ? read : shiftDecimal(read, -places);
}

function columnMissing(table: Table, id: string): Problem {
  return new Problem({
    code: 'column.missing',
    message: `There is no column ${id} in "${table.title}".`,
    place: { table: table.title },
  });
}

function tooMany(table: Table, column: Column): Problem {
  return new Problem({
    code: 'replace.too-many',
    message: `${columnLabel(column)} has more than ${MOST_VALUES.toLocaleString('en')} different values that match.`,
    remedy: 'Look for something longer, or replace within fewer rows.',
    place: { table: table.title, column: columnLabel(column) },
  });
}
