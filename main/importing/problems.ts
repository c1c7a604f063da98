import { Problem } from '../../shared/contract/problem.ts';

/** What can be wrong with a file as a whole, in one place so that words stay alike. */
export function emptyFile(file: string): Problem {
  return new Problem({
    code: 'import.empty',
    message: 'The file holds nothing.',
    remedy: 'Download it again, or choose another file.',
    place: { file },
  });
}

export function binaryFile(file: string, what?: string): Problem {
  return new Problem({
    code: 'import.binary',
    message: what ? `The file is ${what}, not a table.` : 'The file is not text, whatever its name says.',
    remedy: 'Choose a table: text (CSV, TSV), a workbook (Excel, OpenDocument), JSON or Parquet.',
    place: { file },
  });
}

export function damagedFile(file: string, why: string, cause?: unknown): Problem {
  return new Problem(
    {
      code: 'import.damaged',
      message: `The file is damaged: ${why}.`,
      remedy: 'Download it again, or open it in a spreadsheet program and save a copy.',
      place: { file },
    },
    { cause },
  );
}

export function encryptedFile(file: string): Problem {
  return new Problem({
    code: 'import.encrypted',
    message: 'The workbook is protected by a password.',
    remedy: 'Save a copy without a password in a spreadsheet program, and import that.',
    place: { file },
  });
}

export function unsupportedFile(file: string, what: string): Problem {
  return new Problem({
    code: 'import.unsupported',
    message: `${what} cannot be read yet.`,
    remedy: 'Save it as XLSX or CSV, and import that.',
    place: { file },
  });
}

export function tooLarge(
  file: string,
  why: string,
  remedy = 'Save the sheet that you need as CSV, and import that.',
): Problem {
  return new Problem({
    code: 'import.too-large',
    message: why,
    remedy,
    place: { file },
  });
}

/** Letters of a cell. Excel's own limit is 32,767; what is longer is no cell but a document. */
export const LONGEST_CELL = 1_000_000;

export function longCell(file: string, line: number, column: number): Problem {
  return new Problem({
    code: 'import.too-large',
    message: `A cell has more than ${LONGEST_CELL.toLocaleString('en-GB')} letters.`,
    remedy: 'Correct that line: perhaps a quote is not closed, or the file is no table.',
    place: { file, line, column: String(column) },
  });
}

export function longLine(file: string, line: number, megabytes: number): Problem {
  return new Problem({
    code: 'import.too-large',
    message: `A line is longer than ${megabytes} MB.`,
    remedy: 'Choose a table: this file has hardly any line ends.',
    place: { file, line },
  });
}

export function noTable(file: string): Problem {
  return new Problem({
    code: 'import.no-table',
    message: 'No table was found in the file.',
    remedy: 'Set the header line by hand, or choose another sheet.',
    place: { file },
  });
}

export function fileMissing(file: string, cause: unknown): Problem {
  return new Problem(
    {
      code: 'import.unreadable',
      message: 'The file cannot be opened.',
      remedy: 'See whether it is still there and whether you may read it.',
      place: { file },
    },
    { cause },
  );
}

export function stepMisfit(step: string, column: string, known: readonly string[]): Problem {
  return new Problem({
    code: 'import.step-misfit',
    message: `The step "${step}" wants a column "${column}", which is not there.`,
    remedy: `Change or remove the step. The columns are: ${known.join(', ')}.`,
    place: { column },
  });
}
