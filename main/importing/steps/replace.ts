import { Problem } from '../../../shared/contract/problem.ts';
import type { Column } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { pattern } from './pattern.ts';
import { columnNamed, counted, defineStep, type StepContext, type StepOf } from './step.ts';

/** A text by another, in some columns or in all that hold texts. Columns that have become numbers or periods are refused by name. */
export const replace = defineStep({
  step: 'replace',
  async apply(state, step, context) {
    const wanted =
      step.columns?.map((name) => columnNamed(state, name, 'replace')) ?? state.columns.filter(holdsTexts);
    const typed = wanted.find((column) => !holdsTexts(column));
    if (typed)
      throw new Problem({
        code: 'import.step-after-type',
        message: `The step "replace" works on texts, and "${typed.name}" has been read as ${typed.type} already.`,
        remedy: 'Move the step above the one that sets its type.',
        place: { column: typed.name },
      });
    const { test, value } = await found(step, context);
    const tests = wanted.map(({ id }) => `coalesce(${test(identifier(id))}, false)`);
    const [[changed = 0] = []] = await context.rows(
      `SELECT ${tests.map((one) => `count(*) FILTER (${one})`).join(' + ') || '0'} FROM (${state.sql})`,
    );
    const fields = state.columns.map((column) => {
      const id = identifier(column.id);
      return wanted.includes(column) ? `${value(id)} AS ${id}` : id;
    });
    return {
      sql: `SELECT _line, ${fields.join(', ')} FROM (${state.sql})`,
      columns: state.columns,
      words: {
        title: 'Replace',
        words: `"${step.find}" by "${step.with}" in ${step.columns?.join(', ') ?? 'all columns'}`,
        count: counted(Number(changed), 'cell'),
      },
    };
  },
});

function holdsTexts({ type }: Column): boolean {
  return type === 'text' || type === 'category';
}

async function found({ find, with: by, as }: StepOf<'replace'>, context: StepContext) {
  if (as === 'pattern') {
    const sql = await pattern(find, context);
    return {
      test: (cell: string) => `regexp_matches(${cell}, ${sql})`,
      value: (cell: string) => `regexp_replace(${cell}, ${sql}, ${literal(by)}, 'g')`,
    };
  }
  if (as === 'cell')
    return {
      test: (cell: string) => `trim(${cell}) = ${literal(find.trim())}`,
      value: (cell: string) =>
        `CASE WHEN trim(${cell}) = ${literal(find.trim())} THEN ${literal(by)} ELSE ${cell} END`,
    };
  return {
    test: (cell: string) => `contains(${cell}, ${literal(find)})`,
    value: (cell: string) => `replace(${cell}, ${literal(find)}, ${literal(by)})`,
  };
}
