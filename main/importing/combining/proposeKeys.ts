import type { KeyProposal } from '../../../shared/contract/combining.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import { hasVintages } from '../../../shared/views/vintageSql.ts';
import { identifier } from '../../engine/engine.ts';
import { looseText } from '../steps/lookupKeys.ts';
import { onePrinting } from '../steps/onePrinting.ts';

interface Side {
  table: Table;
  /** A query of the columns by id. */
  sql: string;
}

type Rows = (sql: string) => Promise<(string | number | boolean | null)[][]>;

/** Columns with more texts than this are compared by their most frequent ones. */
const MOST_VALUES = 20_000;
/** Less in common is chance. */
const LEAST_SHARE = 0.3;

/**
 * Pairs of columns by which the right table can be looked up, best first: those of one name, those of one concept, those that share values.
 * `use` of them are proposed: as many as it takes until the right table holds each key once.
 */
export async function proposeKeys(
  left: Side,
  right: Side,
  rows: Rows,
): Promise<{ pairs: KeyProposal[]; use: number; hasVintages: boolean }> {
  const found: KeyProposal[] = [];
  for (const a of left.table.columns.filter(canBeKey))
    for (const b of right.table.columns.filter(canBeKey)) {
      if (!comparable(a, b)) continue;
      const why = sameName(a, b) ? 'name' : a.concept && a.concept === b.concept ? 'concept' : 'values';
      const shared = await overlap({ sql: left.sql, column: a }, { sql: right.sql, column: b }, rows);
      if (shared.common === 0 || (why === 'values' && !telling(shared))) continue;
      found.push({
        left: a.id,
        right: b.id,
        why,
        leftFound: shared.common / shared.left,
        rightFound: shared.common / shared.right,
      });
    }
  const pairs = eachOnce(found.toSorted((a, b) => rank(b) - rank(a)));
  const printings = hasVintages(right.table);
  const unique = printings
    ? onePrinting(right.sql, right.table.columns, right.table.sourceRank, 'latest')
    : right.sql;
  return { pairs, use: await enough(pairs, unique, rows), hasVintages: printings };
}

function canBeKey({ role, type }: Column): boolean {
  if (role === 'measure' || role === 'status' || role === 'source' || role === 'vintage') return false;
  return type !== 'boolean';
}

function comparable(a: Column, b: Column): boolean {
  const text = (column: Column) => column.type === 'category' || column.type === 'text';
  return a.type === b.type || (text(a) && text(b));
}

function sameName(a: Column, b: Column): boolean {
  const plain = ({ name }: Column) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ');
  return plain(a) === plain(b);
}

function rank({ why, leftFound, rightFound }: KeyProposal): number {
  return { name: 2, concept: 2, values: 0 }[why] + leftFound + rightFound / 2;
}

/** Chance makes numbers and years meet; texts that meet often do not do so by chance. */
function telling({ common, left, right, numeric }: Shared): boolean {
  const share = common / Math.min(left, right);
  if (numeric) return share === 1 && common >= 20;
  return common >= 2 && (share >= 0.5 || (share >= LEAST_SHARE && common >= 5));
}

interface Shared {
  common: number;
  left: number;
  right: number;
  numeric: boolean;
}

async function overlap(
  left: { sql: string; column: Column },
  right: { sql: string; column: Column },
  rows: Rows,
): Promise<Shared> {
  const values = ({ sql, column }: { sql: string; column: Column }) => {
    const cell = identifier(column.id);
    const text = column.type === 'category' || column.type === 'text' ? looseText(cell) : cell;
    return `(SELECT ${text} AS v FROM (${sql}) WHERE ${cell} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${MOST_VALUES})`;
  };
  const [[l = 0, r = 0, common = 0] = []] = await rows(
    `WITH l AS MATERIALIZED ${values(left)}, r AS MATERIALIZED ${values(right)} SELECT (SELECT count(*) FROM l), (SELECT count(*) FROM r), (SELECT count(*) FROM l JOIN r ON l.v = r.v)`,
  );
  return {
    common: Number(common),
    left: Math.max(1, Number(l)),
    right: Math.max(1, Number(r)),
    numeric: left.column.type === 'number',
  };
}

/** A column takes part in one pair, its best. */
function eachOnce(pairs: readonly KeyProposal[]): KeyProposal[] {
  const taken = new Set<string>();
  return pairs.filter(({ left, right }) => {
    if (taken.has(`l${left}`) || taken.has(`r${right}`)) return false;
    taken.add(`l${left}`).add(`r${right}`);
    return true;
  });
}

/** How many of the pairs it takes; 1 where no number of them does, 0 where there are none. */
async function enough(pairs: readonly KeyProposal[], sql: string, rows: Rows): Promise<number> {
  for (let n = 1; n <= pairs.length; n++) {
    const keys = pairs.slice(0, n).map(({ right }) => identifier(right));
    const [repeated] = await rows(
      `SELECT 1 FROM (${sql}) WHERE ${keys.map((key) => `${key} IS NOT NULL`).join(' AND ')} GROUP BY ${keys.join(', ')} HAVING count(*) > 1 LIMIT 1`,
    );
    if (!repeated) return n;
  }
  return Math.min(1, pairs.length);
}
