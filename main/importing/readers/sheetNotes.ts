import { cellAddress, columnLetters } from '../cellAddress.ts';
import type { ReaderNote } from './reader.ts';

/** What a sheet says beyond its values, in the words of every spreadsheet reader. Lines count from 1, columns from 0. */
export function mergedNote(line: number, column: number, toLine: number, toColumn: number): ReaderNote {
  return {
    code: 'import.merged',
    text: 'Merged cells: the value stands in the first of them, the others are empty.',
    line,
    column,
    toLine,
    toColumn,
    shown: `${cellAddress(column, line)}:${cellAddress(toColumn, toLine)}`,
  };
}

export function hiddenRowNote(line: number): ReaderNote {
  return { code: 'import.hidden-row', text: 'Hidden rows, read as the others.', line, shown: `row ${line}` };
}

export function hiddenColumnNote(column: number): ReaderNote {
  return {
    code: 'import.hidden-column',
    text: 'Hidden columns, read as the others.',
    column,
    shown: `column ${columnLetters(column)}`,
  };
}

export function hiddenSheetNote(name: string): ReaderNote {
  return {
    code: 'import.hidden-sheet',
    text: 'Hidden sheets are not read unless they are chosen.',
    shown: `"${name}"`,
  };
}

export function errorNote(line: number, column: number, text: string): ReaderNote {
  return {
    code: 'import.error-cell',
    text: 'Formulas that ended in an error: no figure, and not zero.',
    line,
    column,
    shown: text,
  };
}

export function scaledNote(line: number, column: number, divisor: number): ReaderNote {
  return {
    code: 'import.shown-scaled',
    weight: 'decide',
    text: `The sheet shows these figures divided by ${divisor.toLocaleString('en-GB')}; they are read whole, as they are stored. See that the unit says so.`,
    line,
    column,
    shown: cellAddress(column, line),
  };
}

/** Errors as spreadsheets write them. */
export const ERROR_TEXT = /^#(N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;
