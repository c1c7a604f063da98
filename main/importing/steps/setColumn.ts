import type { Column } from '../../../shared/model/table.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { spanOf } from '../../../shared/periods/period.ts';
import { columnSpelling } from '../../../shared/periods/spellPeriod.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { matchClassification } from '../classify.ts';
import { columnLabelOf } from '../detection/columnNames.ts';
import { decimalsExpression, numberExpression } from './numberExpression.ts';
import { columnNamed, counted, defineStep, type StepContext, type StepOf, type TableState } from './step.ts';

/** Most cells whose text is told; the count tells the rest. */
const EXAMPLES = 5;

/** Type, unit and role of one column. A cell that does not fit becomes missing and is told with its line and text; a mark for "missing" is counted. */
export const setColumn = defineStep({
  step: 'setColumn',
  async apply(state, step, context) {
    const column = columnNamed(state, step.column, 'set column');
    const base: Column = {
      id: column.id,
      name: column.name,
      label: column.label ?? columnLabelOf(column.name),
      type: step.type,
      role: step.role,
      ...(step.nature && step.role === 'measure' && { nature: step.nature }),
      ...(step.unit && { unit: step.unit }),
      ...(column.derived && { derived: column.derived }),
    };
    const made = await typed(state, column, step, base, context);
    return {
      sql: `SELECT _line, ${state.columns.map((one) => (one === column ? `${made.expression} AS ${identifier(one.id)}` : `t.${identifier(one.id)}`)).join(', ')} FROM (${state.sql}) t ${made.join ?? ''}`,
      columns: state.columns.map((one) => (one === column ? made.column : one)),
      words: made.words,
    };
  },
});

interface Made {
  expression: string;
  join?: string;
  column: Column;
  words: { title: string; words: string; count: string };
}

async function typed(
  state: TableState,
  column: Column,
  step: StepOf<'setColumn'>,
  base: Column,
  context: StepContext,
): Promise<Made> {
  // Already typed (a table built from others): what is known of it changes, its values do not.
  if (column.type !== 'text' && column.type === step.type) {
    const words = { title: titleOf(step), words: column.name, count: '' };
    return { expression: `t.${identifier(column.id)}`, column: { ...column, ...base }, words };
  }
  const cell = `t.${identifier(column.id)}`;
  const from = `(${state.sql}) t`;
  const missing = missingTest(cell, step.missing);
  await reportMissing(from, cell, missing, step, context);
  if (step.type === 'number') return await numbers(from, cell, missing, step, base, context);
  if (step.type === 'period') return await periods(from, cell, missing, step, base, context);
  if (step.type === 'boolean') return await booleans(from, cell, missing, step, base, context);
  if (step.type === 'category') return await categories(from, cell, missing, step, base, context);
  return {
    expression: `CASE WHEN ${missing} THEN NULL ELSE ${cell} END`,
    column: base,
    words: { title: titleOf(step), words: column.name, count: '' },
  };
}

function titleOf({ role, type }: StepOf<'setColumn'>): string {
  if (role === 'vintage') return 'Vintage';
  if (role === 'status') return 'Status';
  if (role === 'source') return 'Source';
  if (role === 'definition') return 'Definition';
  if (role === 'unit') return 'Unit';
  const titles = {
    category: 'Category',
    number: 'Number',
    period: 'Period',
    text: 'Text',
    boolean: 'Yes or no',
  };
  return titles[type];
}

function missingTest(cell: string, marks: readonly string[]): string {
  const list = marks.filter((mark) => mark !== '').map((mark) => literal(mark.toLowerCase()));
  return list.length === 0
    ? `trim(coalesce(${cell}, '')) = ''`
    : `(trim(coalesce(${cell}, '')) = '' OR lower(trim(${cell})) IN (${list.join(', ')}))`;
}

async function reportMissing(
  from: string,
  cell: string,
  missing: string,
  step: StepOf<'setColumn'>,
  context: StepContext,
): Promise<void> {
  if (step.missing.every((mark) => mark === '')) return;
  const rows = await context.rows(
    `SELECT trim(${cell}), count(*), min(_line) FROM ${from} WHERE ${missing} AND trim(coalesce(${cell}, '')) <> '' GROUP BY 1 ORDER BY 2 DESC`,
  );
  const [first] = rows;
  if (!first) return;
  context.note({
    code: 'import.missing-marks',
    weight: 'note',
    title: 'Marks for "no figure"',
    text: `In ${step.column}: ${rows.map(([mark, count]) => `"${mark}" ${count} times`).join(', ')}. Missing, not zero.`,
    count: rows.reduce((sum, row) => sum + Number(row[1]), 0),
    place: { file: context.fileName, column: step.column, line: Number(first[2]) },
  });
}

/** Tells the cells that are not missing and yet gave nothing. */
async function reportRefused(
  from: string,
  cell: string,
  refused: string,
  step: StepOf<'setColumn'>,
  what: string,
  context: StepContext,
): Promise<number> {
  const [[count = 0] = []] = await context.rows(`SELECT count(*) FROM ${from} WHERE ${refused}`);
  if (Number(count) === 0) return 0;
  const rows = await context.rows(
    `SELECT _line, ${cell} FROM ${from} WHERE ${refused} ORDER BY _line LIMIT ${EXAMPLES}`,
  );
  context.note({
    code: `cell.not-a-${what.replace(' ', '-')}`,
    weight: 'refused',
    title: `Not a ${what}`,
    text: `In ${step.column}, now missing: ${rows.map(([line, text]) => `line ${line}: "${text}"`).join(', ')}.`,
    count: Number(count),
    place: { file: context.fileName, column: step.column, line: Number(rows[0]?.[0] ?? 0) },
  });
  return Number(count);
}

async function numbers(
  from: string,
  cell: string,
  missing: string,
  step: StepOf<'setColumn'>,
  base: Column,
  context: StepContext,
): Promise<Made> {
  const expression = `CASE WHEN ${missing} THEN NULL ELSE ${numberExpression(cell, step.decimal)} END`;
  const refused = await reportRefused(
    from,
    cell,
    `NOT ${missing} AND (${numberExpression(cell, step.decimal)}) IS NULL`,
    step,
    'number',
    context,
  );
  const [[decimals = 0] = []] = await context.rows(
    `SELECT max(${decimalsExpression('cell', step.decimal)}) FROM (SELECT ${cell} AS cell FROM ${from} LIMIT 20000)`,
  );
  return {
    expression,
    column: {
      ...base,
      format: {
        decimals: Math.min(3, Number(decimals ?? 0)),
        thousands: step.role === 'measure',
        signed: false,
      },
    },
    words: {
      title: titleOf(step),
      words: step.unit ? `${step.column}, ${step.unit}` : step.column,
      count: `${refused} refused`,
    },
  };
}

async function periods(
  from: string,
  cell: string,
  missing: string,
  step: StepOf<'setColumn'>,
  base: Column,
  context: StepContext,
): Promise<Made> {
  const texts = (await context.rows(`SELECT DISTINCT trim(${cell}) FROM ${from} WHERE NOT ${missing}`)).map(
    ([text]) => String(text),
  );
  const spelling = columnSpelling(texts) ?? undefined;
  const pairs = texts.flatMap((text): [string, number][] => {
    const code = parsePeriod(text, { fiscalYearStart: context.fiscalYearStart, spelling });
    return code === null ? [] : [[text, code]];
  });
  const map = context.helperTable();
  await fillMap(map, pairs, context);
  const refused = await reportRefused(
    from,
    cell,
    `NOT ${missing} AND trim(${cell}) NOT IN (SELECT text FROM ${map})`,
    step,
    'period',
    context,
  );
  const codes = new Set(pairs.map(([, code]) => code));
  return {
    expression: `${map}.code`,
    join: `LEFT JOIN ${map} ON ${map}.text = trim(${cell})`,
    column: {
      ...base,
      ...(spelling && { spelling }),
      ...(step.role === 'time' && { concept: 'TIME_PERIOD' }),
    },
    words: {
      title: titleOf(step),
      words: `${step.column}, as ${periodWords([...codes])}`,
      count: refused > 0 ? `${refused} refused` : counted(codes.size, periodNoun([...codes])),
    },
  };
}

async function fillMap(map: string, pairs: readonly [string, number][], context: StepContext): Promise<void> {
  await context.run(`CREATE OR REPLACE TABLE ${map} (text VARCHAR, code INTEGER)`);
  for (let from = 0; from < pairs.length; from += 1000) {
    const part = pairs.slice(from, from + 1000).map(([text, code]) => `(${literal(text)}, ${code})`);
    await context.run(`INSERT INTO ${map} VALUES ${part.join(', ')}`);
  }
}

function periodNoun(codes: readonly number[]): string {
  const lengths = new Set(codes.map((code) => spanOf(code).months));
  if (lengths.size !== 1) return 'period';
  const [length] = lengths;
  return length === 1 ? 'month' : length === 3 ? 'quarter' : length === 12 ? 'year' : 'span';
}

function periodWords(codes: readonly number[]): string {
  const noun = periodNoun(codes);
  if (noun === 'year')
    return codes.every((code) => spanOf(code).start % 12 === 0) ? 'calendar years' : 'fiscal years';
  return noun === 'month' ? 'calendar months' : `${noun}s`;
}

async function booleans(
  from: string,
  cell: string,
  missing: string,
  step: StepOf<'setColumn'>,
  base: Column,
  context: StepContext,
): Promise<Made> {
  const value = `CASE WHEN lower(trim(${cell})) IN ('true', 'yes', 'y', 't', '1') THEN true WHEN lower(trim(${cell})) IN ('false', 'no', 'n', 'f', '0') THEN false END`;
  const refused = await reportRefused(
    from,
    cell,
    `NOT ${missing} AND (${value}) IS NULL`,
    step,
    'yes or no',
    context,
  );
  return {
    expression: value,
    column: base,
    words: { title: titleOf(step), words: step.column, count: `${refused} refused` },
  };
}

async function categories(
  from: string,
  cell: string,
  missing: string,
  step: StepOf<'setColumn'>,
  base: Column,
  context: StepContext,
): Promise<Made> {
  const rows = await context.rows(
    `SELECT trim(${cell}), count(*) FROM ${from} WHERE NOT ${missing} GROUP BY 1 ORDER BY 2 DESC LIMIT 2000`,
  );
  const known = step.role === 'dimension' ? matchClassification(rows.map(([text]) => String(text))) : null;
  const words =
    step.role === 'vintage'
      ? `${step.column}, keep every release`
      : known
        ? `${step.column}, ${known.matched} codes to names`
        : step.column;
  return {
    expression: `CASE WHEN ${missing} THEN NULL ELSE trim(${cell}) END`,
    column: { ...base, ...known?.column },
    words: {
      title: titleOf(step),
      words,
      count:
        rows.length === 2000
          ? 'over 2,000 kinds'
          : counted(rows.length, step.role === 'dimension' ? 'item' : 'kind'),
    },
  };
}
