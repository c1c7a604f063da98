import type { ImportNote } from '../../shared/contract/importing.ts';
import type { Place } from '../../shared/contract/problem.ts';
import type { Recipe, Step } from '../../shared/model/recipe.ts';
import { cellAddress } from './cellAddress.ts';
import type { ReaderNote } from './readers/reader.ts';
import { withoutColumns } from './withoutColumns.ts';

/** What is known of the file and its table where notes are told. */
export interface NotesOf {
  fileName: string;
  /** Present for the sheet of a workbook, whose cells have addresses. */
  sheet?: string | undefined;
  recipe: Recipe;
  /** The names under the header, in their order in the file. */
  names: readonly string[];
}

const TITLES: Record<string, string> = {
  'import.stray-quote': 'Quotes that are not closed',
  'import.broken-off': 'A file that breaks off',
  'import.undecodable': 'Letters that cannot be read',
  'import.lone-surrogate': 'Halves of letters',
  'import.merged': 'Merged cells',
  'import.no-result': 'Formulas without a result',
  'import.hidden-row': 'Hidden rows',
  'import.hidden-sheet': 'Hidden sheets',
  'import.hidden-column': 'Hidden columns',
  'import.error-cell': 'Formulas that ended in an error',
  'import.shown-scaled': 'Figures that are shown divided',
  'import.placed': 'Lines with other cells than the rest',
  'import.sdmx-key': 'Values that the message does not hold',
  'import.wrong-extension': 'Another format than the name says',
  'import.not-opened': 'Files in the archive that are not read',
  'import.other-sheets': 'Other sheets of the file',
  'import.described': 'What the archive says of its table',
};
const CELLS = 100;
const SHOWN = 5;

/** What the reader found odd, one note a kind, with its cells and what can be done about it. */
export function readerNotes(found: readonly ReaderNote[], of: NotesOf): ImportNote[] {
  const byCode = Map.groupBy(found, ({ code }) => code);
  return [...byCode].map(([code, notes]) => {
    const [first] = notes;
    const shown = notes.flatMap((note) => note.shown ?? []).slice(0, code === 'import.described' ? 1 : SHOWN);
    const more = notes.length > shown.length ? ' and more' : '';
    const treatments = treatmentsOf(code, notes, of);
    return {
      code,
      weight: first?.weight ?? 'note',
      title: TITLES[code] ?? code,
      text: `${first?.text ?? ''}${shown.length > 0 ? ` ${shown.join(', ')}${more}.` : ''}`,
      count: notes.length,
      ...(first && { place: placeOf(first, of) }),
      ...(notes.some(
        ({ line, column, from }) => line !== undefined || column !== undefined || from !== undefined,
      ) && {
        cells: notes
          .slice(0, CELLS)
          .map((note) => ({ place: placeOf(note, of), text: note.shown ?? note.text })),
      }),
      ...(treatments.length > 0 && { treatments }),
    };
  });
}

/** The same notes with the addresses of their cells, where a line and a column of the sheet make one. */
export function withAddresses(notes: readonly ImportNote[], of: NotesOf): ImportNote[] {
  if (of.sheet === undefined) return [...notes];
  const first = firstColumn(of.recipe);
  const placed = (place: Place): Place => {
    const at = place.column === undefined ? -1 : of.names.indexOf(place.column);
    if (place.cell !== undefined || place.line === undefined || at < 0) return place;
    return { ...place, sheet: of.sheet, cell: cellAddress(first + at, place.line) };
  };
  return notes.map((note) => ({
    ...note,
    ...(note.place && { place: placed(note.place) }),
    ...(note.cells && { cells: note.cells.map((cell) => ({ ...cell, place: placed(cell.place) })) }),
  }));
}

function placeOf({ line, column, from }: ReaderNote, { fileName, sheet, recipe, names }: NotesOf): Place {
  if (from !== undefined) return { file: `${fileName} › ${from}` };
  const name = column === undefined ? undefined : names[column - firstColumn(recipe)];
  return {
    file: fileName,
    ...(sheet !== undefined && { sheet }),
    ...(line !== undefined && { line }),
    ...(name !== undefined && { column: name }),
    ...(sheet !== undefined &&
      line !== undefined &&
      column !== undefined && { cell: cellAddress(column, line) }),
  };
}

function treatmentsOf(
  code: string,
  notes: readonly ReaderNote[],
  of: NotesOf,
): { title: string; recipe: Recipe }[] {
  const at = of.recipe.findIndex(({ step }) => step === 'header');
  const header = of.recipe[at];
  if (header?.step !== 'header') return [];
  const nameAt = (column: number) => of.names[column - firstColumn(of.recipe)];
  const below = (step: Step) => of.recipe.toSpliced(at + 1, 0, step);
  if (code === 'import.hidden-row') {
    const skipped = new Set(of.recipe.flatMap((step) => (step.step === 'skipRows' ? step.lines : [])));
    const lines = notes.flatMap(({ line }) =>
      line !== undefined && line >= header.firstDataLine && !skipped.has(line) ? [line] : [],
    );
    return lines.length === 0
      ? []
      : [{ title: 'Leave the hidden rows out', recipe: below({ step: 'skipRows', lines }) }];
  }
  if (code === 'import.hidden-column') {
    const columns = notes.flatMap(({ column }) => (column === undefined ? [] : (nameAt(column) ?? [])));
    const dropped = new Set(of.recipe.flatMap((step) => (step.step === 'dropColumns' ? step.columns : [])));
    const left = columns.filter((name) => !dropped.has(name));
    if (left.length === 0 || left.length === of.names.length) return [];
    const recipe = withoutColumns(of.recipe, at, left);
    return recipe ? [{ title: 'Leave the hidden columns out', recipe }] : [];
  }
  if (code === 'import.merged') {
    const filled = new Set(of.recipe.flatMap((step) => (step.step === 'fillDown' ? step.columns : [])));
    const columns = notes.flatMap(({ line = 0, toLine = 0, column = 0 }) =>
      line >= header.firstDataLine && toLine > line ? (nameAt(column) ?? []) : [],
    );
    const left = [...new Set(columns)].filter((name) => !filled.has(name));
    return left.length === 0
      ? []
      : [{ title: 'Fill the merged cells down', recipe: below({ step: 'fillDown', columns: left }) }];
  }
  return [];
}

function firstColumn(recipe: Recipe): number {
  const header = recipe.find((step) => step.step === 'header');
  return (header?.step === 'header' ? (header.firstColumn ?? 1) : 1) - 1;
}
