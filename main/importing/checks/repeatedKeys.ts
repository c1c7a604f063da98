import type { ImportNote } from '../../../shared/contract/importing.ts';
import { formatPeriod } from '../../../shared/formats/formatPeriod.ts';
import { type Column, codeLabel } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { cellsIn } from '../noteCells.ts';
import { MOST_CELLS } from '../steps/cellNotes.ts';
import { keyColumns } from '../steps/latestVintage.ts';
import { printingColumns } from '../steps/repeats.ts';
import type { StepContext, TableState } from '../steps/step.ts';
import { added, type Treatment } from '../treatments.ts';
import type { Check } from './check.ts';

/** Values of one key that are told. */
const MOST_VALUES = 6;

/**
 * Keys that stand several times. Where vintages tell the rows apart they are kept as printings; else they are repeats of one
 * value, or contradict each other, and a person decides.
 */
export const repeatedKeys: Check = async (state, context) => {
  const key = keyColumns(state.columns);
  const measure = state.columns.find(({ role }) => role === 'measure');
  if (!measure || !key.some(({ role }) => role === 'time')) return [];
  const value = identifier(measure.id);
  // One number stands for the key: grouping by all its columns costs far more than the rest of the import.
  const keyHash = hashOf(key);
  // As the rows are stored: a text that is stored as a number of a list is hashed as that.
  const filled = `FROM (${state.packed ?? state.sql}) WHERE ${value} IS NOT NULL`;
  const again = context.helperTable();
  await context.run(
    `CREATE OR REPLACE TABLE ${again} AS SELECT ${keyHash} AS h ${filled} GROUP BY h HAVING count(*) > 1`,
  );
  const [[repeated = 0] = []] = await context.rows(`SELECT count(*) FROM ${again}`);
  if (Number(repeated) === 0) return [];
  const rows = `${filled} AND ${keyHash} IN (SELECT h FROM ${again})`;
  const printing = printingColumns(state.columns);
  const found = { state, context, key, measure, rows };
  const asVintages =
    printing.length > 0
      ? await told(
          {
            ...found,
            hash: keyHash,
            groups: await groupsOf(keyHash, `count(DISTINCT ${hashOf(printing)}) > 1`, value, rows, context),
          },
          vintages,
        )
      : [];
  const own = hashOf([...key, ...printing]);
  const groups = await groupsOf(own, 'count(*) > 1', value, rows, context);
  return [
    ...(await told({ ...found, hash: own, groups: `${groups} WHERE spread > 0` }, contradictions)),
    ...(await told({ ...found, hash: own, groups: `${groups} WHERE NOT spread > 0` }, exactRepeats)),
    ...asVintages,
  ];
};

/** A table of the groups: their hash, their first line, and how far their values lie apart. */
async function groupsOf(
  hash: string,
  having: string,
  value: string,
  rows: string,
  context: StepContext,
): Promise<string> {
  const groups = context.helperTable();
  await context.run(
    `CREATE OR REPLACE TABLE ${groups} AS SELECT ${hash} AS h, min(_line) AS line, max(${value}) - min(${value}) AS spread ${rows} GROUP BY h HAVING ${having}`,
  );
  return groups;
}

interface Found {
  state: TableState;
  context: StepContext;
  key: readonly Column[];
  measure: Column;
  /** FROM and WHERE of the rows whose key stands several times. */
  rows: string;
  /** What is to be alike. */
  hash: string;
  /** The groups of it that are meant: a table, and a condition. */
  groups: string;
}

type Words = Pick<ImportNote, 'code' | 'weight' | 'title'> & {
  lead: string;
  treatments?: Treatment[];
};

/** The key with the widest spread by name, and the rows of all. */
async function told(found: Found, wordsOf: (found: Found) => Words): Promise<ImportNote[]> {
  const { state, context, key, measure, rows, hash, groups } = found;
  const value = identifier(measure.id);
  const [most] = await context.rows(
    `SELECT CAST(h AS VARCHAR), line, count(*) OVER () FROM ${groups} ORDER BY spread DESC, line LIMIT 1`,
  );
  if (!most) return [];
  const [code, line, count] = most;
  const vintage = state.columns.find(({ role }) => role === 'vintage');
  const same = await context.rows(
    `SELECT ${key.map(({ id }) => identifier(id)).join(', ')}, ${value}, count(*) OVER () ${rows} AND ${hash} = CAST('${code}' AS UBIGINT) ORDER BY ${vintage ? `${identifier(vintage.id)}, _line` : '_line'} LIMIT ${MOST_VALUES}`,
  );
  const [first = []] = same;
  const name = key
    .map((column, i) => {
      const cell = first[i];
      if (cell === null || cell === undefined) return '';
      return column.type === 'period' ? formatPeriod(Number(cell), context) : codeLabel(column, String(cell));
    })
    .filter((text) => text !== '')
    .join(', ');
  const values = same.map((row) => String(row[key.length])).join(', then ');
  const more = Number(first[key.length + 1]) - same.length;
  // Only those that are told are made texts.
  const cells = await context.rows(
    `SELECT _line, CAST(cell AS VARCHAR) FROM (SELECT _line, ${value} AS cell ${rows} AND ${hash} IN (SELECT h FROM ${groups}) ORDER BY _line LIMIT ${MOST_CELLS}) ORDER BY _line`,
  );
  const { lead, treatments, ...words } = wordsOf(found);
  return [
    {
      ...words,
      text: `${lead} ${name}: ${values}${more > 0 ? ` and ${more} more` : ''}.`,
      count: Number(count),
      place: { file: context.fileName, line: Number(line), column: measure.name },
      cells: cellsIn(measure.name, cells, context),
      ...(treatments && treatments.length > 0 && { treatments }),
    },
  ];
}

function vintages(): Words {
  return {
    code: 'import.vintages',
    weight: 'note',
    title: 'Several values for one period',
    lead: 'Kept as vintages.',
  };
}

function contradictions({ state, context: { recipe } }: Found): Words {
  const again = (title: string, keep: 'first' | 'last' | 'all') => ({
    title,
    recipe: added(recipe ?? [], { step: 'repeats', same: 'key', keep }),
  });
  const hasVintage = state.columns.some(({ role }) => role === 'vintage');
  return {
    code: 'import.duplicates',
    weight: 'decide',
    title: 'Rows with the same key',
    lead: 'Nothing says which one holds.',
    treatments: recipe
      ? [
          again('Keep the last', 'last'),
          again('Keep the first', 'first'),
          ...(hasVintage ? [] : [again('Make them vintages', 'all')]),
        ]
      : [],
  };
}

function exactRepeats({ context: { recipe } }: Found): Words {
  return {
    code: 'import.exact-repeats',
    weight: 'decide',
    title: 'The same figure twice',
    lead: 'A sum would count it again.',
    treatments: recipe
      ? [
          {
            title: 'Leave out the repeats',
            recipe: added(recipe, { step: 'repeats', same: 'key', keep: 'first' }),
          },
        ]
      : [],
  };
}

function hashOf(columns: readonly Column[]): string {
  return `hash(${columns.map(({ id }) => identifier(id)).join(', ')})`;
}
