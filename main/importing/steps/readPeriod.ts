import { type Column, PeriodSpelling } from '../../../shared/model/table.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { spanOf } from '../../../shared/periods/period.ts';
import { columnSpelling } from '../../../shared/periods/spellPeriod.ts';
import { literal } from '../../engine/engine.ts';
import { missingTest, reportRefused } from './cellNotes.ts';
import { type ReadColumn, wordsOf } from './columnReading.ts';
import { counted, type StepOf } from './step.ts';
import { textLookup } from './textLookup.ts';

/** Between a text and its area: in neither of them. */
const APART = '\u001f';

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
  const codeOf = textLookup(
    read.flatMap(([text, of, code]) =>
      code === null ? [] : [[areaCell ? text + APART + of : text, String(code)] as const],
    ),
    'INTEGER',
  );
  const codes = [...new Set(read.flatMap(([, , code]) => code ?? []))];
  const expression = codeOf(areaCell ? `concat(${cell}, ${literal(APART)}, ${area})` : cell);
  return {
    expression,
    async finish({ empty }) {
      const refused = empty
        ? await reportRefused(from, cell, `NOT ${missing} AND ${expression} IS NULL`, step, 'period', context)
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
