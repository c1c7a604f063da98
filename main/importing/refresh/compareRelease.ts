import type { ChangeKind, RefreshPlan } from '../../../shared/contract/refreshing.ts';
import type { Column } from '../../../shared/model/table.ts';
import { trusted } from '../../../shared/views/sql.ts';
import { pickVintage } from '../../../shared/views/vintageSql.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { changes, mineOver } from './changes.ts';
import { type Comparison, textOrNull } from './comparison.ts';
import { decimalsBySide } from './decimals.ts';
import { emptyPrintings, printingsToAdd } from './printings.ts';
import { fields, sameIn } from './releaseTables.ts';

/**
 * Works out what the newer file changes: `inserts` are the rows that are added, `mine` the user's figures that stand over them,
 * `merged` the table as it would be, `changes` one row for each figure that differs. All in the engine: a million rows come no nearer.
 */
export async function compareRelease(
  comparison: Comparison,
  signal?: AbortSignal,
): Promise<RefreshPlan['counts']> {
  const { project, scratch, loaded, answers } = comparison;
  const { keys, measures } = loaded.columns;
  const at = (part: string) => scratch.name(part);
  const inKeys = fields(keys);

  await scratch.view('dated', datedRows(comparison), signal);
  await scratch.table('inserts', printingsToAdd(comparison), signal);
  const there = measures.map(({ id }) => `count(${identifier(id)}) AS ${identifier(id)}`).join(', ');
  await scratch.table(
    'newerKeys',
    `SELECT ${inKeys}, ${there} FROM ${at('newer')} GROUP BY ${inKeys}`,
    signal,
  );
  const gone = measures.map(({ id }) => `coalesce(n.${identifier(id)}, 0) = 0`).join(' OR ');
  await scratch.table(
    'touched',
    `SELECT DISTINCT ${inKeys} FROM ${at('inserts')} UNION SELECT DISTINCT ${fields(keys, 's')} FROM ${at('stored')} s LEFT JOIN ${at('newerKeys')} n ON ${sameIn('s', 'n', keys)} WHERE s._line IS NOT NULL AND (${gone})`,
    signal,
  );
  await pick(comparison, 'before', 'dated', signal);
  if (answers.vanished === 'empty') {
    const from = loaded.lastRow + (await scratch.count(at('inserts'), signal));
    await scratch.table('emptied', emptyPrintings(comparison, from), signal);
    await project.engine.run(
      { sql: `INSERT INTO ${at('inserts')} BY NAME SELECT * FROM ${at('emptied')}` },
      signal,
    );
  }
  await scratch.view('merged', together(at('dated'), at('inserts')), signal);
  await pick(comparison, 'after', 'merged', signal);
  await decimalsBySide(scratch, loaded.columns, signal);
  await scratch.table('changes', changes(comparison), signal);
  const inserted = await scratch.count(at('inserts'), signal);
  await scratch.table('mine', mineOver(comparison, loaded.lastRow + inserted), signal);
  const mine = `(SELECT * EXCLUDE ("change:after") FROM ${at('mine')})`;
  await scratch.view('merged', together(at('dated'), at('inserts'), mine), signal);
  return await counts(comparison, inserted, signal);
}

/** The rows that are there, with the date that they get where the table knew none. */
function datedRows({ scratch, table, gainsVintage, loaded, releasedBefore }: Comparison): string {
  const { vintage } = loaded.columns;
  const columns = table.columns.map(({ id }) =>
    gainsVintage && id === vintage?.id
      ? `${textOrNull(releasedBefore)} AS ${identifier(id)}`
      : identifier(id),
  );
  return `SELECT _id, _line, ${columns.join(', ')} FROM ${scratch.name('stored')}`;
}

function together(...parts: readonly string[]): string {
  return parts.map((part) => `SELECT * FROM ${part}`).join(' UNION ALL BY NAME ');
}

const ROW = ['_id', '_line'].map((id): Column => ({ id, name: id, type: 'number', role: 'note' }));

/** One printing for each key that is touched, as every view picks it. */
async function pick(
  { scratch, table, loaded }: Comparison,
  to: string,
  from: string,
  signal?: AbortSignal,
): Promise<void> {
  const { keys } = loaded.columns;
  const rows = `(SELECT t.* FROM ${scratch.name(from)} t SEMI JOIN ${scratch.name('touched')} k ON ${sameIn('t', 'k', keys)})`;
  const picked = pickVintage(table, 'latest', {
    from: trusted(rows),
    kept: [],
    needed: [...table.columns, ...ROW],
  });
  await scratch.table(to, `SELECT * FROM ${picked.sql}`, signal, [...picked.values]);
}

async function counts(
  { project, scratch, loaded }: Comparison,
  inserted: number,
  signal?: AbortSignal,
): Promise<RefreshPlan['counts']> {
  const { keys, measures } = loaded.columns;
  const at = (part: string) => scratch.name(part);
  const rows = async (sql: string) => await project.engine.rows({ sql }, signal);
  const kinds = new Map(
    (await rows(`SELECT kind, count(*) FROM ${at('changes')} GROUP BY 1`)).map(([kind, n]) => [
      String(kind),
      Number(n),
    ]),
  );
  const count = (kind: ChangeKind) => kinds.get(kind) ?? 0;
  const [[older = 0] = []] = await rows(
    `SELECT count(*) FROM ${at('inserts')} i ANTI JOIN ${at('after')} a ON a._id = i._id`,
  );
  const any = measures
    .map(({ id }, i) => `max(CAST(${identifier(id)} IS NOT NULL AS INTEGER)) AS m${i}`)
    .join(', ');
  const [figures = []] = await rows(
    `SELECT ${measures.map((_, i) => `sum(m${i})`).join(', ')} FROM (SELECT ${any} FROM ${at('stored')} GROUP BY ${fields(keys)})`,
  );
  const [[edits = 0] = []] = await rows(
    `SELECT count(*) FROM ${at('edits')} WHERE col IN (${measures.map(({ id }) => literal(id)).join(', ')}) AND row IN (SELECT _id FROM ${at('stored')})`,
  );
  const before = figures.reduce<number>((sum, of) => sum + Number(of ?? 0), 0);
  const differing = count('revised') + count('restated') + count('vanished') + count('conflict');
  return {
    new: count('new'),
    revised: count('revised'),
    restated: count('restated'),
    vanished: count('vanished'),
    conflicts: count('conflict'),
    deleted: count('deleted'),
    unchanged: Math.max(0, before - differing),
    editsKept: Math.max(0, Number(edits) - count('conflict')),
    rows: inserted + (await scratch.count(at('mine'), signal)),
    older: Number(older),
  };
}
