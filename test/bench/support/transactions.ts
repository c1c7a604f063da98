import { bareDuckDb } from './bareDuckDb.ts';

/** Transactions of eight columns as CSV: a month, five texts of few kinds, two figures. */
export async function writeTransactions(path: string, rows: number): Promise<void> {
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
      FROM range(${rows}) AS numbers(i)) TO '${path}' (FORMAT csv, HEADER)`),
  );
}
