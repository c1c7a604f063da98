import type { LineAccount } from './convertReport.ts';
import type { Dialect } from './detection/dialect.ts';
import { marginOf } from './detection/sniffDialect.ts';
import type { FoundTable } from './detection/structure.ts';
import { type TableEvidence, tableEvidence } from './detection/tableEvidence.ts';
import type { CellsOf } from './detection/window.ts';

export interface Sureness {
  /** 0 to 1. */
  confidence: number;
  /** What is missing to 1, in words. */
  because: string[];
}

interface Doubt {
  words: string;
  weight: number;
}

export interface HowFound {
  account: LineAccount;
  cellsOf: CellsOf;
  /** How many tables were found beside it and above or below. */
  tables: number;
  /** Quotes that are not closed. */
  strays: number;
  format: string;
  dialect?: Dialect | undefined;
  encoding?: string | undefined;
}

/** How sure it is that a table was found as it was meant, from what speaks against it. */
export function howSure(table: FoundTable, found: HowFound): Sureness {
  const doubts = [
    ...dialectDoubts(found),
    ...tableDoubts(table, found),
    ...cellDoubts(table, tableEvidence(table, found.cellsOf)),
  ];
  const confidence = doubts.reduce((sure, { weight }) => sure * (1 - weight), 1);
  return { confidence: Math.round(confidence * 100) / 100, because: doubts.map(({ words }) => words) };
}

function dialectDoubts({ dialect, encoding, format, strays }: HowFound): Doubt[] {
  const doubts: Doubt[] = [];
  const margin = dialect && marginOf(dialect);
  if (margin && margin.bits < CLEAR)
    doubts.push({
      weight: 0.6 * 2 ** (-margin.bits / 15),
      words: `another delimiter (${margin.rival}) describes the text nearly as well`,
    });
  if (format === 'aligned text') doubts.push({ weight: 0.1, words: 'columns are told by where they stand' });
  if (strays > 0) doubts.push({ weight: 0.2, words: 'quotes that are not closed' });
  if (encoding !== undefined && !encoding.startsWith('utf'))
    doubts.push({ weight: 0.08, words: `the encoding (${encoding}) is a guess from the letters` });
  return doubts;
}

/** Bits by which the next best dialect is longer where there is no doubt. */
const CLEAR = 70;

function tableDoubts(table: FoundTable, { account, tables }: HowFound): Doubt[] {
  const { rowsRead, skipped, taken } = account.totals;
  const doubts: Doubt[] = [];
  const doubt = (when: boolean, weight: number, words: string) => {
    if (when) doubts.push({ weight, words });
  };
  const rows = table.last - table.first + 1;
  doubt(table.header.length > 1, 0.05, `a header of ${table.header.length} lines`);
  doubt(table.header.length > 0 && rows < 1, 0.3, 'a header without rows');
  doubt(rows > 0 && rows < 3, 0.25, `only ${rows === 1 ? 'one row' : 'two rows'}`);
  doubt(rows > 2 && rows < 6, 0.06, `only ${rows} rows`);
  doubt(table.width === 1, 0.1, 'a single column');
  doubt(table.beside === true, 0.25, 'another table stands beside it');
  doubt(tables > 1 && table.beside !== true, rows < 3 ? 0.25 : 0.06, 'the file holds other tables');
  const ragged = share(account.paddedCount + account.overflowCount, taken);
  doubt(ragged > 0, 0.03 + 0.4 * ragged, `${percent(ragged)} of the lines have another number of cells`);
  const aside = share(skipped, rowsRead);
  doubt(aside > 0.3 && skipped > 3, 0.3 * aside, `${percent(aside)} of the lines stand outside the tables`);
  return doubts;
}

function cellDoubts({ header, width }: FoundTable, evidence: TableEvidence): Doubt[] {
  const doubts: Doubt[] = [];
  const doubt = (when: boolean, weight: number, words: string) => {
    if (when) doubts.push({ weight, words });
  };
  const { torn, mixed, edged, telling, oddNames } = evidence;
  doubt(header.length === 0, 0.15, 'no header was found');
  doubt(
    header.length > 0 && telling === 0,
    width === 1 ? 0.2 : 0.08,
    'only words tell the header from the rows',
  );
  doubt(oddNames > 0, 0.3, 'names that look like cells');
  doubt(torn > 0.1, 0.3 * torn, `${percent(torn)} of the rows have a cell that seems cut in two`);
  doubt(edged >= 0.5, 0.4, 'the same mark ends nearly all cells');
  doubt(mixed > 0, 0.2 * mixed, `${percent(mixed)} of the columns hold figures and words`);
  return doubts;
}

function share(count: number, of: number): number {
  return of === 0 ? 0 : Math.min(1, count / of);
}

function percent(part: number): string {
  return part < 0.01 ? 'under 1 %' : `${Math.round(part * 100)} %`;
}
