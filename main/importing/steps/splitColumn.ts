import { Problem } from '../../../shared/contract/problem.ts';
import type { Column } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { groupCount, pattern } from './pattern.ts';
import { columnNamed, counted, defineStep, type StepContext, type StepOf } from './step.ts';
import { textColumn, textOf } from './textOf.ts';

const CELLS_SHOWN = 100;

type Split = StepOf<'splitColumn'>;

/** One column into several, in its place. A cell that a pattern does not fit leaves its parts empty and is told. */
export const splitColumn = defineStep({
  step: 'splitColumn',
  async apply(state, step, context) {
    const column = columnNamed(state, step.column, 'split');
    const cell = textOf(column, 'split');
    const taken = new Set(state.columns.filter((one) => step.keep || one !== column).map(({ id }) => id));
    const parts = step.into.map((name): Column => {
      const id = columnId(name, taken);
      taken.add(id);
      return textColumn(id, name);
    });
    const expressions = await partExpressions(cell, step, context);
    const columns = state.columns.flatMap((one) =>
      one !== column ? [one] : [...(step.keep ? [one] : []), ...parts],
    );
    const fields = columns.map((one) => {
      const part = parts.indexOf(one);
      return part < 0 ? identifier(one.id) : `${expressions[part] ?? 'NULL'} AS ${identifier(one.id)}`;
    });
    await reportMisfits(cell, column, step, state.sql, context);
    return {
      sql: `SELECT _line, ${fields.join(', ')} FROM (${state.sql})`,
      columns,
      words: {
        title: 'Split column',
        words: `${column.name} ${howWords(step)}, into ${step.into.join(', ')}`,
        count: counted(parts.length, 'column'),
      },
    };
  },
});

async function partExpressions(cell: string, { by, into }: Split, context: StepContext): Promise<string[]> {
  if (by.kind === 'position') {
    const starts = [1, ...by.at.map((at) => at + 1)];
    return into.map((_, i) => {
      const [from, next] = [starts[i], starts[i + 1]];
      if (from === undefined) return 'NULL';
      // The last name takes the rest.
      const length = next === undefined || i === into.length - 1 ? '' : `, ${next - from}`;
      return tidy(`substr(${cell}, ${from}${length})`);
    });
  }
  if (by.kind === 'delimiter') {
    const mark = literal(by.delimiter);
    return into.map((_, i) =>
      i < into.length - 1
        ? tidy(`split_part(${cell}, ${mark}, ${i + 1})`)
        : tidy(`array_to_string(string_split(${cell}, ${mark})[${i + 1}:], ${mark})`),
    );
  }
  const groups = groupCount(by.pattern);
  const sql = await pattern(by.pattern, context);
  if (groups < into.length)
    throw new Problem({
      code: 'import.too-few-groups',
      message: `The pattern has ${counted(groups, 'group')} in brackets, for ${counted(into.length, 'column')}.`,
      remedy: 'Put brackets round each part that is to be a column, or name fewer columns.',
    });
  return into.map((_, i) => tidy(`regexp_extract(${cell}, ${sql}, ${i + 1})`));
}

function tidy(part: string): string {
  return `nullif(trim(${part}), '')`;
}

async function reportMisfits(
  cell: string,
  column: Column,
  { by }: Split,
  from: string,
  context: StepContext,
): Promise<void> {
  if (by.kind === 'position') return;
  const fits =
    by.kind === 'delimiter'
      ? `contains(${cell}, ${literal(by.delimiter)})`
      : `regexp_matches(${cell}, ${literal(by.pattern)})`;
  const rows = await context.rows(
    `SELECT _line, ${cell}, count(*) OVER () FROM (${from}) WHERE trim(coalesce(${cell}, '')) <> '' AND NOT ${fits} LIMIT ${CELLS_SHOWN}`,
  );
  const [first] = rows;
  if (!first) return;
  const file = context.fileName;
  context.note({
    code: 'import.not-split',
    weight: by.kind === 'pattern' ? 'refused' : 'note',
    title: 'Cells that were not split',
    text:
      by.kind === 'pattern'
        ? `In ${column.name} the pattern does not fit them: their parts are empty.`
        : `In ${column.name} they do not hold "${by.delimiter}": all of it is the first part.`,
    count: Number(first[2]),
    place: { file, line: Number(first[0]), column: column.name },
    cells: rows.map(([line, text]) => ({
      place: { file, line: Number(line), column: column.name },
      text: String(text),
    })),
  });
}

function howWords({ by }: Split): string {
  if (by.kind === 'delimiter') return `at "${by.delimiter}"`;
  return by.kind === 'position' ? `after letter ${by.at.join(', ')}` : `by the pattern ${by.pattern}`;
}
