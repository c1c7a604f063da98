import { Problem } from '../../../shared/contract/problem.ts';
import { filterWords } from '../../../shared/model/filterWords.ts';
import { type Column, PeriodSpelling } from '../../../shared/model/table.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { MOST_CELLS } from './cellNotes.ts';
import { numberExpression } from './numberExpression.ts';
import { columnNamed, counted, defineStep, type StepContext, type StepOf } from './step.ts';

export const filterRows = defineStep({
  step: 'filterRows',
  async apply(state, step, context) {
    const column = columnNamed(state, step.column, 'filter rows');
    const test = conditions(column, step, context).join(' AND ') || 'true';
    const [[kept = 0, all = 0] = []] = await context.rows(
      `SELECT count(*) FILTER (${test}), count(*) FROM (${state.sql})`,
    );
    if (Number(kept) < Number(all))
      await tellLeftOut(`FROM (${state.sql}) WHERE NOT (${test})`, column, context);
    return {
      sql: `SELECT * FROM (${state.sql}) WHERE ${test}`,
      columns: state.columns,
      words: {
        title: 'Keep rows',
        words: `${step.column} ${filterWords(step)}`,
        count: `${kept} of ${counted(Number(all), 'row')}`,
      },
    };
  },
});

/** Rows that a filter leaves out are no loss, but they are told. */
async function tellLeftOut(from: string, column: Column, context: StepContext): Promise<void> {
  const rows = await context.rows(
    `SELECT _line, CAST(${identifier(column.id)} AS VARCHAR), count(*) OVER () ${from} ORDER BY _line LIMIT ${MOST_CELLS}`,
  );
  const [first] = rows;
  if (!first) return;
  const place = { file: context.fileName, column: column.name };
  context.note({
    code: 'import.filtered',
    weight: 'note',
    title: 'Rows left out by a filter',
    text: `By ${column.name}: the first stands in line ${first[0]}.`,
    count: Number(first[2]),
    place: { ...place, line: Number(first[0]) },
    cells: rows.map(([line, text]) => ({
      place: { ...place, line: Number(line) },
      text: text === null ? '' : column.type === 'period' ? periodText(Number(text)) : String(text),
    })),
  });
}

/** Each of them is true or false for every row, never missing: what is left out is left out on purpose. */
function conditions(column: Column, step: StepOf<'filterRows'>, context: StepContext): string[] {
  const id = identifier(column.id);
  const text = `CAST(${id} AS VARCHAR)`;
  const oneOf = (list: readonly string[]) => {
    if (list.length === 0) return 'false';
    if (column.type === 'number') {
      const numbers = list.map(numberOf).filter((one) => one !== null);
      return `coalesce(${id} IN (${['NULL', ...numbers.map(numberLiteral)].join(', ')}), false)`;
    }
    const texts = list.map((one) => literal(cellText(column, one, context)));
    return `coalesce(${text} IN (${texts.join(', ')}), false)`;
  };
  return [
    ...(step.keep ? [oneOf(step.keep)] : []),
    ...(step.drop ? [`NOT ${oneOf(step.drop)}`] : []),
    // Nothing to compare with yet is no condition.
    ...(step.compare && step.compare.value.trim() !== ''
      ? [`coalesce(${comparison(column, step.compare, context)}, false)`]
      : []),
    ...(step.contains !== undefined
      ? [`contains(lower(coalesce(${text}, '')), lower(${literal(step.contains)}))`]
      : []),
    ...(step.empty !== undefined ? [`(trim(coalesce(${text}, '')) ${step.empty ? '=' : '<>'} '')`] : []),
  ];
}

/** A period is stored as its code. */
function cellText(column: Column, text: string, context: StepContext): string {
  return String((column.type === 'period' ? periodOf(column, text, context) : null) ?? text);
}

function comparison(
  column: Column,
  { is, value }: { is: string; value: string },
  context: StepContext,
): string {
  const id = identifier(column.id);
  if (column.type === 'period') {
    const code = periodOf(column, value, context);
    if (code === null)
      throw notComparable(column, value, 'period', 'Write it as 2024-07, Jul 2024 or FY2025.');
    if (is === '=' || is === '<>') return `${id} ${is} ${code}`;
    const [start, end] = [Math.floor(code / 1000), Math.floor(code / 1000) + (code % 1000)];
    const ownEnd = `(${id} // 1000 + ${id} % 1000)`;
    if (is === '<') return `${ownEnd} <= ${start}`;
    if (is === '<=') return `${ownEnd} <= ${end}`;
    return is === '>' ? `${id} // 1000 >= ${end}` : `${id} // 1000 >= ${start}`;
  }
  const number = numberOf(value);
  if (column.type === 'number') {
    if (number === null) throw notComparable(column, value, 'number', 'Write a number.');
    return `${id} ${is} ${numberLiteral(number)}`;
  }
  // A column that has no type yet holds figures as they are written.
  if (number !== null && column.type === 'text')
    return `${numberExpression(id, '.')} ${is} ${numberLiteral(number)}`;
  return `CAST(${id} AS VARCHAR) ${is} ${literal(value)}`;
}

function numberOf(text: string): number | null {
  const number = Number(text.replaceAll(',', '').replace('\u2212', '-'));
  return text.trim() !== '' && Number.isFinite(number) ? number : null;
}

function numberLiteral(number: number): string {
  return `CAST(${literal(String(number))} AS DOUBLE)`;
}

function periodOf({ spelling }: Column, text: string, { fiscalYearStart }: StepContext): number | null {
  if (/^\d{6,}$/.test(text.trim())) return Number(text);
  const known = PeriodSpelling.safeParse(spelling);
  return parsePeriod(text, { fiscalYearStart, ...(known.success && { spelling: known.data }) });
}

function notComparable({ name }: Column, value: string, what: string, remedy: string): Problem {
  return new Problem({
    code: `import.not-a-${what}`,
    message: `"${value}" is no ${what}, and "${name}" holds ${what}s.`,
    remedy,
    place: { column: name },
  });
}
