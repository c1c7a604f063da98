import { type Column, PeriodSpelling } from '../../../shared/model/table.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { spanOf } from '../../../shared/periods/period.ts';
import { columnSpelling } from '../../../shared/periods/spellPeriod.ts';
import { literal } from '../../engine/engine.ts';
import { missingTest, reportRefused } from './cellNotes.ts';
import { type ReadColumn, wordsOf } from './columnReading.ts';
import { fillTable } from './fillTable.ts';
import { counted, type StepContext, type StepOf } from './step.ts';

/** A text, the area of its row where areas have fiscal years of their own ('' where they have not), and the code; null where there is none. */
type Reading = readonly [text: string, area: string, code: number | null];

export const readPeriod: ReadColumn = async ({ from, cell, step, base, cellOf }, context) => {
  const missing = missingTest(cell, step.missing);
  const by = step.fiscalYearStartBy;
  const areaCell = by && cellOf(by.column);
  const area = areaCell ? `trim(coalesce(${areaCell}, ''))` : "''";
  const found = await context.rows(
    `SELECT cell, area, ${missingTest('cell', step.missing)} FROM (SELECT DISTINCT coalesce(${cell}, '') AS cell, ${area} AS area FROM ${from})`,
  );
  const said = found.flatMap(([text, , isMissing]) => (isMissing ? [] : [String(text)]));
  const spelling = spellingOf([...new Set(said)], step);
  const opens = (of: string) => by?.starts[of] ?? step.fiscalYearStart ?? context.fiscalYearStart;
  const read = found.map(([text, of, isMissing]): Reading => {
    const pair = [String(text), String(of)] as const;
    const options = { fiscalYearStart: opens(pair[1]), spelling };
    return [...pair, isMissing ? null : parsePeriod(pair[0], options)];
  });
  // Texts without a code as well: DuckDB 1.5 hands out rows that find no partner after the others, out of their order.
  const map = context.helperTable();
  await fillMap(map, read, context);
  const codes = [...new Set(read.flatMap(([, , code]) => code ?? []))];
  return {
    expression: `${map}.code`,
    join: `JOIN ${map} ON ${map}.text = coalesce(${cell}, '')${areaCell ? ` AND ${map}.area = ${area}` : ''}`,
    async finish({ empty }) {
      const refused = empty
        ? await reportRefused(
            from,
            cell,
            `NOT ${missing} AND ${cell} NOT IN (SELECT text FROM ${map} WHERE code IS NOT NULL)`,
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

async function fillMap(map: string, read: readonly Reading[], context: StepContext): Promise<void> {
  const made = `CREATE OR REPLACE TABLE ${map} (text VARCHAR, area VARCHAR, code INTEGER)`;
  const rows = read.map(([text, area, code]) => `(${literal(text)}, ${literal(area)}, ${code ?? 'NULL'})`);
  await fillTable(map, made, rows, context);
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
