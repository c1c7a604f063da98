import { Problem } from '../../shared/contract/problem.ts';
import { periodOfText, periodText } from '../../shared/periods/periodText.ts';
import type { Run } from './run.ts';

/** Code -> canonical text: what is written to Parquet must be readable without this program. */
export const PERIOD_TEXTS = 'internal.period_texts';
/** Text -> code. A map of its own, because one period may be spelt in two ways ("2025-Q1" is "2025-01/P3M"). */
export const PERIOD_CODES = 'internal.period_codes';

export async function createPeriodMap(run: Run): Promise<void> {
  await run({ sql: 'CREATE SCHEMA internal' });
  await run({ sql: `CREATE TABLE ${PERIOD_TEXTS} (code INTEGER, spelt VARCHAR)` });
  await run({ sql: `CREATE TABLE ${PERIOD_CODES} (code INTEGER, spelt VARCHAR)` });
}

/** Makes sure that every code that `select` (one column, `code`) yields has its text. */
export async function mapCodes(run: Run, select: string): Promise<void> {
  const missing = await run({
    sql: `SELECT DISTINCT code FROM (${select}) WHERE code IS NOT NULL AND code NOT IN (SELECT code FROM ${PERIOD_TEXTS})`,
  });
  await add(
    run,
    PERIOD_TEXTS,
    missing.map(([code]) => [Number(code), periodText(Number(code))]),
  );
}

/** Makes sure that every text that `select` (one column, `spelt`) yields has its code. Problem `project.bad-period` for a text that is none. */
export async function mapTexts(run: Run, select: string): Promise<void> {
  const missing = await run({
    sql: `SELECT DISTINCT spelt FROM (${select}) WHERE spelt IS NOT NULL AND spelt NOT IN (SELECT spelt FROM ${PERIOD_CODES})`,
  });
  await add(
    run,
    PERIOD_CODES,
    missing.map(([spelt]) => {
      const code = periodOfText(String(spelt));
      if (code === null)
        throw new Problem({ code: 'project.bad-period', message: `"${spelt}" is not a period.` });
      return [code, String(spelt)];
    }),
  );
}

async function add(run: Run, map: string, pairs: readonly (readonly [number, string])[]): Promise<void> {
  for (let from = 0; from < pairs.length; from += 500) {
    const part = pairs.slice(from, from + 500);
    await run({
      sql: `INSERT INTO ${map} VALUES ${part.map(() => '(?, ?)').join(', ')}`,
      values: part.flat(),
    });
  }
}
