import { type Column, PeriodSpelling } from '../../../shared/model/table.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { spanOf } from '../../../shared/periods/period.ts';
import { columnSpelling } from '../../../shared/periods/spellPeriod.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { matchClassification } from '../classify.ts';
import { missingTest, reportRefused } from './cellNotes.ts';
import { decimalsExpression, numberExpression } from './numberExpression.ts';
import { counted, type StepContext, type StepOf, type StepWords } from './step.ts';

/** How the texts of one column become values. The typed column is made first, then `finish` looks at what came of it. */
export interface ColumnReading {
  expression: string;
  join?: string;
  /** Tells what was refused; `empty` says that some typed cells are empty, `typed` is the typed column to ask. */
  finish(typed: TypedColumn): Promise<{ column: Column; words: StepWords }>;
}

export interface TypedColumn {
  /** The stored table and its column, as SQL. */
  table: string;
  id: string;
  empty: boolean;
}

interface Asked {
  /** The untyped rows as `t`, and the cell in them. */
  from: string;
  cell: string;
  step: StepOf<'setColumn'>;
  base: Column;
}

type ReadColumn = (asked: Asked, context: StepContext) => Promise<ColumnReading> | ColumnReading;

const DECIMALS_SEEN = 20_000;
const MOST_KINDS = 2000;

const number: ReadColumn = async ({ from, cell, step, base }, context) => {
  const missing = missingTest(cell, step.missing);
  const value = numberExpression(cell, step.decimal);
  const [[decimals = 0] = []] = await context.rows(
    `SELECT max(${decimalsExpression('cell', step.decimal)}) FROM (SELECT ${cell} AS cell FROM ${from} LIMIT ${DECIMALS_SEEN})`,
  );
  const format = {
    decimals: Math.min(3, Number(decimals ?? 0)),
    thousands: step.role === 'measure',
    signed: false,
  };
  return {
    // An empty cell is no number anyway; a mark may look like one (-999).
    expression: step.missing.some((mark) => mark !== '')
      ? `CASE WHEN ${missing} THEN NULL ELSE ${value} END`
      : value,
    async finish({ empty }) {
      const refused = empty
        ? await reportRefused(from, cell, `NOT ${missing} AND (${value}) IS NULL`, step, 'number', context)
        : 0;
      const words = step.unit ? `${step.column}, ${step.unit}` : step.column;
      return { column: { ...base, format }, words: wordsOf(step, words, `${refused} refused`) };
    },
  };
};

const period: ReadColumn = async ({ from, cell, step, base }, context) => {
  const missing = missingTest(cell, step.missing);
  const found = await context.rows(
    `SELECT cell FROM (SELECT DISTINCT ${cell} AS cell FROM ${from}) WHERE NOT ${missingTest('cell', step.missing)}`,
  );
  const texts = found.map(([written]) => String(written));
  const spelling = spellingOf(texts, step);
  const pairs = texts.flatMap((text): [string, number][] => {
    const code = parsePeriod(text, { fiscalYearStart: context.fiscalYearStart, spelling });
    return code === null ? [] : [[text, code]];
  });
  const map = context.helperTable();
  await fillMap(map, pairs, context);
  const codes = [...new Set(pairs.map(([, code]) => code))];
  return {
    expression: `${map}.code`,
    join: `LEFT JOIN ${map} ON ${map}.text = ${cell}`,
    async finish({ empty }) {
      const refused = empty
        ? await reportRefused(
            from,
            cell,
            `NOT ${missing} AND ${cell} NOT IN (SELECT text FROM ${map})`,
            step,
            'period',
            context,
          )
        : 0;
      return {
        column: {
          ...base,
          ...(spelling && { spelling }),
          ...(step.role === 'time' && { concept: 'TIME_PERIOD' }),
        },
        words: wordsOf(
          step,
          `${step.column}, as ${periodWords(codes)}`,
          refused > 0 ? `${refused} refused` : counted(codes.length, periodNoun(codes)),
        ),
      };
    },
  };
};

const boolean: ReadColumn = ({ from, cell, step, base }, context) => {
  const value = `CASE WHEN lower(trim(${cell})) IN ('true', 'yes', 'y', 't', '1') THEN true WHEN lower(trim(${cell})) IN ('false', 'no', 'n', 'f', '0') THEN false END`;
  const missing = missingTest(cell, step.missing);
  return {
    expression: `CASE WHEN ${missing} THEN NULL ELSE ${value} END`,
    async finish({ empty }) {
      const refused = empty
        ? await reportRefused(from, cell, `NOT ${missing} AND (${value}) IS NULL`, step, 'yes or no', context)
        : 0;
      return { column: base, words: wordsOf(step, step.column, `${refused} refused`) };
    },
  };
};

const category: ReadColumn = ({ cell, step, base }, context) => ({
  // Without marks the shorter form says the same, and copies each text once.
  expression: step.missing.some((mark) => mark !== '')
    ? textExpression(`trim(${cell})`, cell, step)
    : `nullif(trim(${cell}), '')`,
  async finish({ table, id }) {
    const rows = await context.rows(
      `SELECT ${id}, count(*) FROM ${table} WHERE ${id} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT ${MOST_KINDS}`,
    );
    const known =
      step.role === 'dimension'
        ? matchClassification(
            rows.map(([text]) => String(text)),
            step.column,
          )
        : null;
    const words =
      step.role === 'vintage'
        ? `${step.column}, keep every release`
        : known
          ? `${step.column}, ${known.matched} codes to names`
          : step.column;
    const noun = step.role === 'dimension' ? 'item' : 'kind';
    const count = rows.length === MOST_KINDS ? 'over 2,000 kinds' : counted(rows.length, noun);
    return { column: { ...base, ...known?.column }, words: wordsOf(step, words, count) };
  },
});

const text: ReadColumn = ({ cell, step, base }) => ({
  expression: textExpression(cell, cell, step),
  finish: async () => ({ column: base, words: wordsOf(step, step.column, '') }),
});

export const readColumn: Record<StepOf<'setColumn'>['type'], ReadColumn> = {
  category,
  number,
  period,
  text,
  boolean,
};

/** A column that has its type already (a table built from others): what is known of it changes, its values do not. */
export function keepColumn(step: StepOf<'setColumn'>, column: Column): ColumnReading {
  return {
    expression: `t.${identifier(column.id)}`,
    finish: async () => ({ column, words: wordsOf(step, column.name, '') }),
  };
}

function textExpression(value: string, cell: string, { missing }: StepOf<'setColumn'>): string {
  return `CASE WHEN ${missingTest(cell, missing)} THEN NULL ELSE ${value} END`;
}

function wordsOf({ role, type }: StepOf<'setColumn'>, words: string, count: string): StepWords {
  const roles: Partial<Record<typeof role, string>> = {
    vintage: 'Vintage',
    status: 'Status',
    source: 'Source',
    definition: 'Definition',
    unit: 'Unit',
  };
  const types = {
    category: 'Category',
    number: 'Number',
    period: 'Period',
    text: 'Text',
    boolean: 'Yes or no',
  };
  return { title: roles[role] ?? types[type], words, count };
}

/** The texts say how they are spelt; the recipe's word counts where they leave it open, as 2001-02 does. */
function spellingOf(texts: readonly string[], { spelling }: StepOf<'setColumn'>): Column['spelling'] {
  const seen = columnSpelling(texts);
  const known = PeriodSpelling.safeParse(spelling);
  if (!known.success) return seen ?? undefined;
  return seen === null || (seen === 'iso' && known.data === 'fiscalSplit') ? known.data : seen;
}

async function fillMap(map: string, pairs: readonly [string, number][], context: StepContext): Promise<void> {
  await context.run(`CREATE OR REPLACE TABLE ${map} (text VARCHAR, code INTEGER)`);
  for (let from = 0; from < pairs.length; from += 1000) {
    const part = pairs.slice(from, from + 1000).map(([spelt, code]) => `(${literal(spelt)}, ${code})`);
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
