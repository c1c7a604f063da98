import { identifier } from '../../engine/engine.ts';
import type { Check } from './check.ts';

/** Steps whose rows are the program's own work. */
const OWN: ReadonlySet<string> = new Set(['monthsFromCumulative', 'residual']);

/** Rows whose status says that somebody worked them out: whoever made the file, or a step of the recipe. */
export const derivedRows: Check = async (state, context) => {
  const { recipe = [] } = context;
  const status = state.columns.find(({ role }) => role === 'status');
  if (!status) return [];
  const [[count = 0, line = 0] = []] = await context.rows(
    `SELECT count(*), min(_line) FROM (${state.sql}) WHERE lower(${identifier(status.id)}) = 'derived'`,
  );
  if (Number(count) === 0) return [];
  const own = recipe.some(({ step }) => OWN.has(step));
  // A status of the file's own is read by a step that sets its column; one that a step makes needs none.
  const ofFile = recipe.some((step) => step.step === 'setColumn' && step.column === status.name);
  const who = !own
    ? 'by whoever made the file'
    : ofFile
      ? 'by steps of the recipe, or by whoever made the file'
      : 'by steps of the recipe';
  return [
    {
      code: 'import.derived',
      weight: 'note',
      title: 'Derived figures',
      text: `Worked out from others ${who}. Marked derived in every chart and sum.`,
      count: Number(count),
      place: { file: context.fileName, line: Number(line), column: status.name },
    },
  ];
};
