import { identifier, literal } from '../engine/engine.ts';
import { type Branch, isTotal, labelTree, totalCandidates } from './detection/labelTree.ts';
import { numberExpression } from './steps/numberExpression.ts';
import type { StepContext, TableState } from './steps/step.ts';

/** Labels beyond this are a list of names, not the lines of a table. */
const MOST_LABELS = 500;
/** Rows that are looked at: the lines of a table come again with every period. */
const MOST_ROWS = 50_000;
/** Share of the comparable figures in which a total must be the sum of its parts. */
const ENOUGH = 0.8;

export interface FigureColumn {
  name: string;
  decimal: '.' | ',';
  affixes: readonly string[];
}

interface Fit {
  compared: number;
  fitting: number;
  /** Parts that come to less: a whole may have parts that are not told. */
  under: number;
}

/**
 * The rows of a column of labels that are sums of others, as part -> whole: by numbers, spaces or words, and by their sums within rounding.
 * `keys` are the columns that must agree between a total and its parts (period, account, unit ...).
 */
export async function findTotals(
  state: TableState,
  column: string,
  keys: readonly string[],
  figures: FigureColumn,
  context: StepContext,
): Promise<Record<string, string>> {
  const idOf = (name: string) => identifier(state.columns.find((one) => one.name === name)?.id ?? '');
  const cell = idOf(column);
  const rows = context.helperTable();
  await context.run(
    `CREATE OR REPLACE TABLE ${rows} AS SELECT _line, ${cell} AS label, ${[...new Set(keys)].map((key, i) => `${idOf(key)} AS k${i}, `).join('')}${numberExpression(idOf(figures.name), figures.decimal, figures.affixes)} AS value FROM (SELECT * FROM (${state.sql}) LIMIT ${MOST_ROWS})`,
  );
  const found = await context.rows(
    `SELECT label FROM ${rows} WHERE trim(coalesce(label, '')) <> '' GROUP BY 1 ORDER BY min(_line) LIMIT ${MOST_LABELS + 1}`,
  );
  const labels = found.map(([label]) => String(label));
  const tree = labelTree(labels);
  if (labels.length < 3 || labels.length > MOST_LABELS || (tree.length === 0 && !labels.some(isTotal)))
    return {};
  const group = await groupOf(rows, new Set(keys).size, context);
  const fits = (parent: string, parts: readonly string[]) => fitOf(rows, group, parent, parts, context);
  const kept = await keptBranches(tree, fits);
  const hasParent = new Set(kept.map(({ label }) => label));
  for (const [at, label] of labels.entries()) {
    if (!isTotal(label) || kept.some(({ parent }) => parent === label)) continue;
    const parts = await partsOfTotal(label, totalCandidates(labels, at, hasParent), fits);
    for (const part of parts) {
      kept.push({ label: part, parent: label, by: 'total' });
      hasParent.add(part);
    }
  }
  return recordOf(kept);
}

type Fits = (parent: string, parts: readonly string[]) => Promise<Fit>;

/** Numbers and "of which" say themselves what belongs where. Spaces do so where the sums do not speak against them. */
async function keptBranches(tree: readonly Branch[], fits: Fits): Promise<Branch[]> {
  const kept: Branch[] = [];
  for (const parent of new Set(tree.map((branch) => branch.parent))) {
    const own = tree.filter((branch) => branch.parent === parent);
    if (own.some(({ by }) => by === 'indent')) {
      const { compared, fitting, under } = await fits(
        parent,
        own.map(({ label }) => label),
      );
      if (compared > 0 && fitting + under < compared / 2) continue;
    }
    kept.push(...own);
  }
  return kept;
}

/** The parts whose sums are the total. Where none are and the row is plainly called a total, the likeliest: that it does not add up is told. */
async function partsOfTotal(label: string, candidates: readonly string[][], fits: Fits): Promise<string[]> {
  let best: { parts: string[]; share: number } | undefined;
  for (const parts of candidates) {
    const { compared, fitting } = await fits(label, parts);
    if (compared === 0) continue;
    const share = fitting / compared;
    if (share >= ENOUGH) return parts;
    if (!best || share > best.share) best = { parts, share };
  }
  if (!best) return [];
  const plainly = /^(grand )?total$/i.test(label.trim());
  return best.share >= ENOUGH / 2 || (plainly && candidates.length > 0) ? best.parts : [];
}

/** What must agree between a total and its parts: the keys that are more than another name of the label, such as its code. */
async function groupOf(rows: string, keys: number, context: StepContext): Promise<string> {
  const group: string[] = [];
  for (let i = 0; i < keys; i++) {
    const [[most = 0] = []] = await context.rows(
      `SELECT max(n) FROM (SELECT count(DISTINCT k${i}) AS n FROM ${rows} GROUP BY label)`,
    );
    if (Number(most) > 1) group.push(`k${i}`);
  }
  return group.length === 0 ? '0' : `hash(${group.join(', ')})`;
}

async function fitOf(
  rows: string,
  group: string,
  parent: string,
  parts: readonly string[],
  context: StepContext,
): Promise<Fit> {
  const list = parts.map(literal).join(', ');
  // Each figure is rounded on its own: half a unit of its last digit, of which a figure of the file shows at least one.
  const sums =
    `SELECT ${group} AS grp, sum(value) FILTER (label IN (${list})) AS parts, any_value(value) FILTER (label = ${literal(parent)}) AS whole, ` +
    `count(value) FILTER (label IN (${list})) AS n FROM ${rows} GROUP BY grp`;
  const near =
    'abs(whole - parts) <= greatest(0.05 * n, abs(whole) * 0.002, CASE WHEN whole = floor(whole) AND parts = floor(parts) THEN 0.5 * (n + 1) ELSE 0 END)';
  const [[compared = 0, fitting = 0, under = 0] = []] = await context.rows(
    `SELECT count(*), count(*) FILTER (${near}), count(*) FILTER (NOT ${near} AND parts < whole) FROM (${sums}) WHERE whole IS NOT NULL AND n > 0`,
  );
  return { compared: Number(compared), fitting: Number(fitting), under: Number(under) };
}

/** Labels as they are after their spaces went. One that stands in two places has no one whole. */
function recordOf(branches: readonly Branch[]): Record<string, string> {
  const wholes = new Map<string, Set<string>>();
  for (const { label, parent } of branches) {
    const [part, whole] = [label.trim(), parent.trim()];
    if (part !== whole) wholes.set(part, (wholes.get(part) ?? new Set()).add(whole));
  }
  return Object.fromEntries(
    [...wholes].flatMap(([part, [whole, ...others]]) =>
      whole !== undefined && others.length === 0 ? [[part, whole]] : [],
    ),
  );
}
