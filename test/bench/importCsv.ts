import { join } from 'node:path';
import { bareDuckDb } from './support/bareDuckDb.ts';
import type { Bench } from './support/bench.ts';
import { timed } from './support/timed.ts';
import { withFolder } from './support/withFolder.ts';
import { withWorkbench } from './support/withWorkbench.ts';

const ROWS = 1_000_000;

/** A CSV file of a million rows and eight columns to a table that can be queried, against the engine's own reader. */
export const importCsv: Bench = {
  name: 'import-csv-1m',
  what: 'CSV of 1,000,000 x 8 inspected and imported',
  measure: () =>
    withFolder(async (folder) => {
      const path = join(folder, 'transactions.csv');
      await writeCsv(path);
      const times: number[] = [];
      const bare: number[] = [];
      for (let run = 0; run < 3; run++) {
        times.push(await imported(path));
        bare.push(
          await bareDuckDb((sql) => timed(() => sql(`CREATE TABLE t AS SELECT * FROM read_csv('${path}')`))),
        );
      }
      return { times, compared: { to: 'bare DuckDB read_csv', times: bare } };
    }),
};

/** Inspected, then run as proposed: what a user does who presses Import. */
async function imported(path: string): Promise<number> {
  return await withWorkbench(async ({ handlers }, context) => {
    await handlers['project.create']({ title: 'Import' }, context);
    return await timed(async () => {
      const { id, recipe } = await handlers['import.inspect']({ path }, context);
      const { rows } = await handlers['import.run']({ id, recipe, title: 'Transactions' }, context);
      if (rows !== ROWS) throw new Error(`${rows} rows came in.`);
    });
  });
}

async function writeCsv(path: string): Promise<void> {
  await bareDuckDb((run) =>
    run(`COPY (SELECT
      strftime(DATE '2015-01-01' + to_months(CAST(hash(i) % 120 AS INTEGER)), '%Y-%m') AS month,
      'C' || (hash(i + 1) % 200) AS country,
      'item ' || (hash(i + 2) % 12) AS item,
      CASE WHEN hash(i + 3) % 7 = 0 THEN 'freelancers' ELSE 'firms' END AS exporter,
      'mode ' || (1 + hash(i + 5) % 4) AS mode_of_supply,
      CAST((hash(i + 4) % 1000000) / 100.0 AS DECIMAL(12, 2)) AS value_usd,
      1 + hash(i + 6) % 500 AS invoices,
      CASE WHEN hash(i + 7) % 10 = 0 THEN 'provisional' ELSE 'final' END AS status
      FROM range(${ROWS}) AS numbers(i)) TO '${path}' (FORMAT csv, HEADER)`),
  );
}
