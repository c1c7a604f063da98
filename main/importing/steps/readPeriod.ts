import { type Column, PeriodSpelling } from '../../../shared/model/table.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { spanOf } from '../../../shared/periods/period.ts';
import { columnSpelling } from '../../../shared/periods/spellPeriod.ts';
import { literal } from '../../engine/engine.ts';
import { missingTest, reportRefused } from './cellNotes.ts';
import { type ReadColumn, wordsOf } from './columnReading.ts';
import { counted, type StepContext, type StepOf } from './step.ts';

/** A text and the area of its row, where areas have fiscal years of their own; '' where they have not. */
type Pair = readonly [text: string, area: string];

export const readPeriod: ReadColumn = async ({ from, cell, step, base, cellOf }, context) => {
  const missing = missingTest(cell, step.missing);
  const by = step.fiscalYearStartBy;
  const areaCell = by && cellOf(by.column);
  const area = areaCell ? `trim(coalesce(${areaCell}, ''))` : "''";
  const found = await context.rows(
    `SELECT cell, area FROM (SELECT DISTINCT ${cell} AS cell, ${area} AS area FROM ${from}) WHERE NOT ${missingTest('cell', step.missing)}`,
  );
  const pairs = found.map(([text, of]): Pair => [String(text), String(of)]);
  const spelling = spellingOf([...new Set(pairs.map(([text]) => text))], step);
  const opens = (of: string) => by?.starts[of] ?? step.fiscalYearStart ?? context.fiscalYearStart;
  const known = pairs.flatMap(([text, of]): [Pair, number][] => {
    const code = parsePeriod(text, { fiscalYearStart: opens(of), spelling });
    return code === null ? [] : [[[text, of], code]];
  });
  const map = context.helperTable();
  await fillMap(map, known, context);
  const codes = [...new Set(known.map(([, code]) => code))];
  return {
    expression: `${map}.code`,
    join: `LEFT JOIN ${map} ON ${map}.text = ${cell}${areaCell ? ` AND ${map}.area = ${area}` : ''}`,
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
          `${step.column}, as ${periodWords(codes)}${yearWords(step)}`,
          refused > 0 ? `${refused} refused` : counted(codes.length, periodNoun(codes)),
        ),
      };
    },
  };
};

/** The texts say how they are spelt; the recipe's word counts where they leave it open, as 2001-02 does. */
function spellingOf(texts: readonly string[], { spelling }: StepOf<'setColumn'>): Column['spelling'] {
  const seen = columnSpelling(texts);
  const known = PeriodSpelling.safeParse(spelling);
  if (!known.success) return seen ?? undefined;
  return seen === null || (seen === 'iso' && known.data === 'fiscalSplit') ? known.data : seen;
}

async function fillMap(map: string, pairs: readonly [Pair, number][], context: StepContext): Promise<void> {
  await context.run(`CREATE OR REPLACE TABLE ${map} (text VARCHAR, area VARCHAR, code INTEGER)`);
  for (let from = 0; from < pairs.length; from += 1000) {
    const part = pairs
      .slice(from, from + 1000)
      .map(([[text, area], code]) => `(${literal(text)}, ${literal(area)}, ${code})`);
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

function yearWords({ fiscalYearStart, fiscalYearStartBy: by }: StepOf<'setColumn'>): string {
  if (by) return `, the fiscal year by ${by.column}`;
  return fiscalYearStart === undefined ? '' : `, the fiscal year from month ${fiscalYearStart}`;
}
