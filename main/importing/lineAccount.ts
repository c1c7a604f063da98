import { literal } from '../engine/engine.ts';
import type { LineAccount, ListedLine, SkippedLine } from './convertReport.ts';
import { heldAccount } from './heldAccount.ts';
import { runsOf } from './lineRuns.ts';
import { headerLines, isEmpty } from './steps/headerLines.ts';
import { beyondLast, shortTest } from './steps/headerNotes.ts';
import type { StepContext, StepOf } from './steps/step.ts';

/** More lines than these are counted, not listed. */
const MOST_LISTED = 100_000;
const MOST_READ = 1_000_000;

/** Accounts for every line of `raw`, given the header steps of the tables that were taken from it. */
export async function accountFor(
  tables: readonly StepOf<'header'>[],
  keepHollow: boolean,
  context: StepContext,
): Promise<LineAccount> {
  const all = Array.from({ length: context.rawWidth }, (_, i) => `c${i + 1}`);
  const parts = await Promise.all(
    tables.map(async (step) => ({ step, lines: await headerLines(step, context, keepHollow) })),
  );
  if (context.held) return heldAccount(context.held, parts, keepHollow, context);
  const roles: [string, string][] = [['blank', isEmpty(all)]];
  for (const { step, lines } of parts) {
    if (step.lines.length > 0) roles.push(['header', `_line IN (${step.lines.join(', ')})`]);
    roles.push(['taken', lines.isData]);
    if (lines.isRepeated) roles.push(['header again', `${lines.inRange} AND ${lines.isRepeated}`]);
    if (lines.isRemark) roles.push(['remark', `${lines.inRange} AND ${lines.isRemark}`]);
    const head = Math.max(0, ...step.lines);
    if (step.lines.length > 0 && step.firstDataLine > head + 1)
      roles.push([
        step.units ? 'units' : 'between header and data',
        `_line > ${head} AND _line < ${step.firstDataLine}`,
      ]);
  }
  // A line of delimiters alone is blank, unless it was taken as a row.
  const order = keepHollow ? [...roles.filter(([role]) => role === 'taken'), ...roles] : roles;
  const role = `CASE ${order.map(([name, test]) => `WHEN ${test} THEN ${literal(name)}`).join(' ')} ELSE 'outside the tables' END`;
  const asked = ["role = 'header'", "role = 'taken'", "role = 'blank'"];
  for (const { step, lines } of parts) {
    const beyond = beyondLast(step, lines, context);
    const short = shortTest(lines, context);
    asked.push(lines.isData, short ? `${lines.isData} AND ${short}` : 'false');
    asked.push(beyond.length > 0 ? `${lines.isData} AND NOT ${isEmpty(beyond)}` : 'false');
  }
  const [counts = []] = await context.rows(
    `SELECT count(*), ${asked.map((test) => `count(*) FILTER (WHERE ${test})`).join(', ')} FROM (SELECT *, ${role} AS role FROM raw)`,
  );
  const [rowsRead = 0, header = 0, taken = 0, blank = 0, ...ofTables] = counts.map(Number);
  const skippedCount = rowsRead - header - taken - blank;
  const account: LineAccount = {
    totals: { rowsRead, header, taken, skipped: skippedCount, blank },
    taken: [],
    skipped: [],
    blank: [],
    padded: [],
    paddedCount: 0,
    overflow: [],
    overflowCount: 0,
  };
  if (skippedCount + blank > 0) {
    const text = `concat_ws(' | ', ${all.map((column) => `nullif(trim(${column}), '')`).join(', ')})`;
    const rows = await context.rows(
      `SELECT _line, ${text}, role FROM (SELECT *, ${role} AS role FROM raw) WHERE role NOT IN ('header', 'taken') ORDER BY _line LIMIT ${MOST_READ}`,
    );
    account.blank = runsOf(rows.flatMap(([line, , why]) => (why === 'blank' ? Number(line) : [])));
    for (const [line, words, why] of rows)
      if (why !== 'blank' && account.skipped.length < MOST_LISTED)
        // The query gives no other words than the roles above.
        account.skipped.push({ line: Number(line), text: String(words), why: why as SkippedLine['why'] });
  }
  for (const [i, { step, lines }] of parts.entries()) {
    const [rows = 0, short = 0, over = 0] = ofTables.slice(i * 3);
    account.taken.push(rows);
    account.paddedCount += short;
    account.overflowCount += over;
    const shortLines = shortTest(lines, context);
    if (short > 0)
      account.padded.push(...(await listed(`${lines.isData} AND ${shortLines}`, lines.columns, context)));
    const beyond = beyondLast(step, lines, context);
    if (over > 0)
      account.overflow.push(...(await listed(`${lines.isData} AND NOT ${isEmpty(beyond)}`, beyond, context)));
  }
  account.skipped.push(
    ...(await besideTables(
      parts.map(({ step }) => step),
      context,
    )),
  );
  return account;
}

async function listed(test: string, columns: readonly string[], context: StepContext): Promise<ListedLine[]> {
  const rows = await context.rows(
    `SELECT _line, concat_ws(' | ', ${columns.join(', ')}) FROM raw WHERE ${test} ORDER BY _line LIMIT ${MOST_LISTED}`,
  );
  return rows.map(([line, text]) => ({ line: Number(line), text: String(text) }));
}

/** Cells that stand in a line of one table, but in the columns of another where that has no row, or of none. */
async function besideTables(
  steps: readonly StepOf<'header'>[],
  context: StepContext,
): Promise<SkippedLine[]> {
  const beside = steps.filter(({ lastColumn }) => lastColumn !== undefined);
  if (beside.length === 0) return [];
  const cells = Array.from({ length: context.rawWidth }, (_, i) => {
    const over = beside.filter(
      ({ firstColumn = 1, lastColumn = 0 }) => i + 1 >= firstColumn && i + 1 <= lastColumn,
    );
    const tests = over.map(linesOf);
    return tests.length === 0
      ? `nullif(trim(c${i + 1}), '')`
      : `CASE WHEN ${tests.join(' OR ')} THEN NULL ELSE nullif(trim(c${i + 1}), '') END`;
  });
  const rows = await context.rows(
    `SELECT _line, text FROM (SELECT _line, concat_ws(' | ', ${cells.join(', ')}) AS text FROM raw WHERE ${beside.map(linesOf).join(' OR ')}) WHERE text <> '' ORDER BY _line LIMIT ${MOST_LISTED}`,
  );
  return rows.map(([line, text]) => ({
    line: Number(line),
    text: String(text),
    why: 'outside the tables',
  }));
}

function linesOf({ lines, firstDataLine, lastDataLine }: StepOf<'header'>): string {
  const from = Math.min(firstDataLine, ...lines);
  return lastDataLine === undefined ? `_line >= ${from}` : `_line BETWEEN ${from} AND ${lastDataLine}`;
}
