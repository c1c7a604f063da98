import { statSync } from 'node:fs';
import { join } from 'node:path';
import { bareDuckDb } from './support/bareDuckDb.ts';
import { type Bench, SIZES, type Size } from './support/bench.ts';
import { timed } from './support/timed.ts';
import { writeTransactions } from './support/transactions.ts';
import { withFolder } from './support/withFolder.ts';
import { withImports } from './support/withImports.ts';

const RUNS = { '1m': 3, '10m': 1 } as const;
/** What the process holds beside the rows: the engine's own limit for them, and the program. */
const MOST_MEGABYTES = { '1m': 800, '10m': 3200 } as const;

/** A CSV file of eight columns to a table of the project that can be queried, against the engine's own reader. */
export const importCsv = (size: Size): Bench => ({
  name: `import-csv-${size}`,
  what: `CSV of ${SIZES[size].toLocaleString('en-GB')} x 8 inspected and imported`,
  measure: () =>
    withFolder(async (folder) => {
      const path = join(folder, 'transactions.csv');
      await writeTransactions(path, SIZES[size]);
      const times: number[] = [];
      const bare: number[] = [];
      let peakMegabytes = 0;
      for (let run = 0; run < RUNS[size]; run++) {
        const imported = await importedIn(path, SIZES[size]);
        times.push(imported.answer);
        peakMegabytes = Math.max(peakMegabytes, imported.peakMegabytes);
        bare.push(
          await bareDuckDb((sql) => timed(() => sql(`CREATE TABLE t AS SELECT * FROM read_csv('${path}')`))),
        );
      }
      if (peakMegabytes > MOST_MEGABYTES[size])
        throw new Error(
          `The importer held ${peakMegabytes} MB for a file of ${statSync(path).size >> 20} MB: does a text stand in JavaScript as a whole?`,
        );
      return { times, compared: { to: 'bare DuckDB read_csv', times: bare }, peakMegabytes };
    }),
});

/** The first look, then the whole, then run as proposed: what a user does who presses Import. */
function importedIn(path: string, wanted: number) {
  return withImports(({ handlers }, context) =>
    timed(async () => {
      const first = await handlers['import.inspect']({ path }, context);
      const { id, recipe } = first.partial
        ? await handlers['import.propose']({ id: first.id, recipe: [] }, context)
        : first;
      const { rows } = await handlers['import.run']({ id, recipe, title: 'Transactions' }, context);
      if (rows !== wanted) throw new Error(`${rows} rows came in.`);
    }),
  );
}

/** Until the first rows of a large file stand in the import window. */
export const firstLook: Bench = {
  name: 'import-look-10m',
  what: 'CSV of 10,000,000 x 8 until its first rows show',
  measure: () =>
    withFolder(async (folder) => {
      const path = join(folder, 'transactions.csv');
      await writeTransactions(path, SIZES['10m']);
      const times: number[] = [];
      let peakMegabytes = 0;
      for (let run = 0; run < 5; run++) {
        const looked = await withImports(({ handlers }, context) =>
          timed(async () => {
            const { id, partial } = await handlers['import.inspect']({ path }, context);
            if (!partial) throw new Error('The whole file was read.');
            setImmediate(() => handlers['import.drop']({ id }, context));
          }),
        );
        times.push(looked.answer);
        peakMegabytes = Math.max(peakMegabytes, looked.peakMegabytes);
      }
      return { times, peakMegabytes };
    }),
};
