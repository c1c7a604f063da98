import type { ImportNote } from '../../../shared/contract/importing.ts';
import { type Column, columnLabel } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { shownText } from '../shownText.ts';
import { type KeyPair, looseText } from './lookupKeys.ts';
import { counted, type StepContext } from './step.ts';

/** Two tables with their keys as `_k0`, `_k1`, ... beside the columns; `on` compares `l` with `r`. */
export interface MatchedTables {
  left: string;
  right: string;
  leftTitle: string;
  rightTitle: string;
  pairs: readonly KeyPair[];
  on: string;
}

/** Keys that are listed one by one. */
const LISTED = 100;

/** What matched, and the keys that only one side has: counted, the first hundred listed, those of most rows first. */
export async function matchNotes(
  tables: MatchedTables,
  loose: boolean,
  context: StepContext,
): Promise<ImportNote[]> {
  const [[matched = 0, all = 0] = []] = await context.rows(
    `SELECT count(*) FILTER (EXISTS (SELECT 1 FROM ${tables.right} r WHERE ${tables.on})), count(*) FROM ${tables.left} l`,
  );
  const reconciled = tables.pairs.filter((pair) => pair.reconciled);
  const nearly = loose ? 0 : await nearlyMatching(tables, context);
  return [
    {
      code: 'combine.matched',
      weight: 'note',
      title: 'Rows that found their key',
      text: `${matched} of ${counted(Number(all), 'row')} of "${tables.leftTitle}" found their key in "${tables.rightTitle}".`,
      count: Number(matched),
      place: { table: tables.leftTitle },
    },
    await onlyIn('left', tables, context),
    await onlyIn('right', tables, context),
    ...(nearly > 0
      ? [
          {
            code: 'combine.nearly',
            weight: 'decide' as const,
            title: 'Keys that differ in case or spaces alone',
            text: `${counted(nearly, 'key')} without a match would find one if case and spaces were ignored.`,
            count: nearly,
            place: { table: tables.leftTitle },
          },
        ]
      : []),
    ...(reconciled.length > 0
      ? [
          {
            code: 'combine.types-reconciled',
            weight: 'note' as const,
            title: 'Keys compared as numbers',
            text: `${reconciled.map(({ left, right }) => `"${columnLabel(left)}" and "${columnLabel(right)}"`).join('; ')}: one holds numbers, the other text.`,
            count: reconciled.length,
            place: { table: tables.leftTitle },
          },
        ]
      : []),
  ];
}

async function onlyIn(
  side: 'left' | 'right',
  { left, right, leftTitle, rightTitle, pairs, on }: MatchedTables,
  context: StepContext,
): Promise<ImportNote> {
  const [own, mark, other, otherMark] = side === 'left' ? [left, 'l', right, 'r'] : [right, 'r', left, 'l'];
  const [title, otherTitle] = side === 'left' ? [leftTitle, rightTitle] : [rightTitle, leftTitle];
  const columns = pairs.map((pair) => pair[side]);
  const shown = columns.map((column) => `min(${mark}.${identifier(column.id)})`);
  const keys = pairs.map((_, i) => `${mark}._k${i}`);
  const found = await context.rows(
    `SELECT count(*), count(*) OVER (), sum(count(*)) OVER (), ${shown.join(', ')} FROM ${own} ${mark} WHERE NOT EXISTS (SELECT 1 FROM ${other} ${otherMark} WHERE ${on}) GROUP BY ${keys.join(', ')} ORDER BY 1 DESC, ${keys.join(', ')} LIMIT ${LISTED}`,
  );
  const rows = Number(found[0]?.[2] ?? 0);
  const distinct = Number(found[0]?.[1] ?? 0);
  const cells = found.map(([count, , , ...cells]) => ({
    place: { table: title, column: columns[0]?.name ?? '' },
    text: `${keyText(columns, cells, context)} (${counted(Number(count), 'row')})`,
  }));
  return {
    code: side === 'left' ? 'combine.only-left' : 'combine.only-right',
    weight: side === 'left' && rows > 0 ? 'decide' : 'note',
    title: `Only in "${title}"`,
    text:
      rows === 0
        ? `Every key of "${title}" is in "${otherTitle}" too.`
        : `${counted(distinct, 'key')} of ${counted(rows, 'row')} are not in "${otherTitle}": ${cells
            .slice(0, 5)
            .map(({ text }) => text)
            .join(', ')}${distinct > 5 ? ' and more' : ''}.`,
    count: rows,
    place: { table: title, column: columns[0]?.name ?? '' },
    cells,
  };
}

/** Keys of the left without a match that would have one by the loose comparison. */
async function nearlyMatching(
  { left, right, pairs, on }: MatchedTables,
  context: StepContext,
): Promise<number> {
  if (!pairs.some((pair) => isText(pair.left) && isText(pair.right))) return 0;
  const loosely = pairs
    .map((pair, i) =>
      isText(pair.left) && isText(pair.right)
        ? `${looseText(`l._k${i}`)} = ${looseText(`r._k${i}`)}`
        : `l._k${i} = r._k${i}`,
    )
    .join(' AND ');
  const keys = pairs.map((_, i) => `_k${i}`).join(', ');
  const [[nearly = 0] = []] = await context.rows(
    `SELECT count(*) FROM (SELECT DISTINCT ${keys} FROM ${left} l WHERE NOT EXISTS (SELECT 1 FROM ${right} r WHERE ${on})) l WHERE EXISTS (SELECT 1 FROM (SELECT DISTINCT ${keys} FROM ${right}) r WHERE ${loosely})`,
  );
  return Number(nearly);
}

function isText({ type }: Column): boolean {
  return type === 'category' || type === 'text';
}

/** A key as people read it: PAK · Jul 2024; a missing part is "nothing". */
export function keyText(
  columns: readonly Column[],
  cells: readonly (string | number | boolean | null)[],
  context: Pick<StepContext, 'fiscalYearStart'>,
): string {
  return columns
    .map((column, i) => shownText(column, cells[i] ?? null, context.fiscalYearStart) || '(nothing)')
    .join(' · ');
}
