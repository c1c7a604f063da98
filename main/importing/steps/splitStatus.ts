import { identifier, literal } from '../../engine/engine.ts';
import { addedColumn } from './addedColumn.ts';
import { escapedPattern } from './escapedPattern.ts';
import { columnNamed, counted, defineStep, type StepContext, type StepOf, type TableState } from './step.ts';

/** Flags behind figures go to the status column, and marks that say why there is none; a mark that says only that says `missing` there, and stays for the step that sets the column. */
export const splitStatus = defineStep({
  step: 'splitStatus',
  async apply(state, step, context) {
    const column = columnNamed(state, step.column, 'split status');
    const { column: status, columns, isNew } = addedColumn(state, step.to, column);
    const cell = identifier(column.id);
    const pattern = literal(flagPattern(Object.keys(step.flags)));
    const marks = step.missing.map((mark) => literal(mark.toLowerCase())).join(', ');
    const alone = Object.keys(step.marks ?? {})
      .map(literal)
      .join(', ');
    const split = `SELECT *, regexp_extract(trim(${cell}), ${pattern}, ['figure', 'flag']) AS _split FROM (${state.sql})`;
    const words = Object.entries(step.flags).map(
      ([flag, word]) => `WHEN ${literal(flag)} THEN ${literal(word)}`,
    );
    const cases = [
      ...(words.length > 0
        ? [`WHEN _split.flag <> '' THEN CASE trim(_split.flag) ${words.join(' ')} END`]
        : []),
      ...Object.entries(step.marks ?? {}).map(
        ([mark, word]) => `WHEN trim(${cell}) = ${literal(mark)} THEN ${literal(word)}`,
      ),
      ...(marks === '' ? [] : [`WHEN lower(trim(${cell})) IN (${marks}) THEN 'missing'`]),
    ];
    const said = cases.length === 0 ? 'CAST(NULL AS VARCHAR)' : `CASE ${cases.join(' ')} END`;
    const fields = columns.map((one) => {
      const id = identifier(one.id);
      if (one === status) return `${isNew ? said : `coalesce(${said}, ${id})`} AS ${id}`;
      return one === column
        ? `CASE WHEN _split.flag <> '' THEN trim(_split.figure)${alone === '' ? '' : ` WHEN trim(${cell}) IN (${alone}) THEN ''`} ELSE ${cell} END AS ${id}`
        : id;
    });
    const count = await tellFlags(split, cell, step, context);
    return {
      sql: `SELECT _line, ${fields.join(', ')} FROM (${split})`,
      columns,
      words: {
        title: 'Status',
        words: `${wordsOf(step)}, beside ${step.column} into ${step.to}`,
        count: counted(count, 'flag'),
      },
    };
  },
});

/** The figure, then one of the flags; one that begins with a digit (1/) stands apart from it. */
function flagPattern(flags: readonly string[]): string {
  // Nothing ends with what cannot be.
  if (flags.length === 0) return '^(x)y(x)$';
  const parts = flags
    .toSorted((a, b) => b.length - a.length)
    .map((flag) => `${/^\d/.test(flag) ? '\\s+' : '\\s*'}${escapedPattern(flag)}`);
  // Behind a mark for "no figure" a flag says why: ": c".
  return `^(.*[\\p{Nd})%.]|[:\u2026_\\-\u2013\u2014])(${parts.join('|')})$`;
}

function wordsOf({ flags, marks, missing }: StepOf<'splitStatus'>): string {
  const told = Object.entries({ ...marks, ...flags }).map(([flag, word]) => `${flag} is ${word}`);
  return [...told, ...(missing.length > 0 ? [`${missing.join(' ')} is missing`] : [])].join(', ');
}

async function tellFlags(
  split: TableState['sql'],
  cell: string,
  step: StepOf<'splitStatus'>,
  context: StepContext,
): Promise<number> {
  const marks = step.marks ?? {};
  const alone = Object.keys(marks).map(literal).join(', ') || 'NULL';
  if (Object.keys(step.flags).length + Object.keys(marks).length === 0) return 0;
  const rows = await context.rows(
    `SELECT coalesce(nullif(trim(_split.flag), ''), trim(${cell})), count(*), min(_line), _split.flag = '' AS lone FROM (${split}) WHERE _split.flag <> '' OR trim(${cell}) IN (${alone}) GROUP BY 1, 4 ORDER BY 2 DESC, 1`,
  );
  if (rows.length === 0) return 0;
  const count = rows.reduce((sum, row) => sum + Number(row[1]), 0);
  context.note({
    code: 'import.flags',
    weight: 'note',
    title: 'Flags beside figures',
    text: `In ${step.column}: ${rows.map(([flag, times, , lone]) => `"${flag}" ${times} times${lone ? ' alone' : ''}, ${(lone ? marks : step.flags)[String(flag)] ?? 'other'}`).join('; ')}. They stand in ${step.to}.`,
    count,
    place: {
      file: context.fileName,
      column: step.column,
      line: Math.min(...rows.map(([, , line]) => Number(line))),
    },
  });
  return count;
}
