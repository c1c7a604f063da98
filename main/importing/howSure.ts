import type { FoundTable } from './detection/structure.ts';
import type { LineAccount } from './lineAccount.ts';

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

/** How sure it is that a table was found as it was meant, from what speaks against it. */
export function howSure(
  table: FoundTable,
  account: LineAccount,
  strays: number,
  encoding: string | undefined,
): Sureness {
  const { rowsRead, skipped, taken } = account.totals;
  const doubts: Doubt[] = [];
  const doubt = (when: boolean, weight: number, words: string) => {
    if (when) doubts.push({ weight, words });
  };
  const rows = table.last - table.first + 1;
  const share = (count: number, of: number) => (of === 0 ? 0 : Math.min(1, count / of));
  doubt(table.header.length === 0, 0.2, 'no header was found');
  doubt(table.header.length > 1, 0.05, `a header of ${table.header.length} lines`);
  doubt(table.header.length > 0 && rows < 1, 0.3, 'a header without rows');
  doubt(rows > 0 && rows < 3, 0.1, `only ${rows === 1 ? 'one row' : 'two rows'}`);
  doubt(table.width === 1, 0.15, 'a single column');
  doubt(table.beside === true, 0.1, 'another table stands beside it');
  const ragged = share(account.paddedCount + account.overflowCount, taken);
  doubt(ragged > 0, 0.05 + 0.4 * ragged, `${percent(ragged)} of the lines have another number of cells`);
  const aside = share(skipped, rowsRead);
  doubt(aside > 0.3 && skipped > 3, 0.3 * aside, `${percent(aside)} of the lines stand outside the tables`);
  doubt(strays > 0, 0.15, 'quotes that are not closed');
  doubt(
    encoding !== undefined && !encoding.startsWith('utf'),
    0.05,
    `the encoding (${encoding}) is a guess from the letters`,
  );
  const confidence = doubts.reduce((sure, { weight }) => sure * (1 - weight), 1);
  return { confidence: Math.round(confidence * 100) / 100, because: doubts.map(({ words }) => words) };
}

function percent(share: number): string {
  return share < 0.01 ? 'under 1 %' : `${Math.round(share * 100)} %`;
}
