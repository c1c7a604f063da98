import { identifier } from '../../engine/engine.ts';
import type { Check } from './check.ts';

/** Rows whose status says that somebody worked them out. */
export const derivedRows: Check = async (state, context) => {
  const status = state.columns.find(({ role }) => role === 'status');
  if (!status) return [];
  const [[count = 0, line = 0] = []] = await context.rows(
    `SELECT count(*), min(_line) FROM (${state.sql}) WHERE lower(${identifier(status.id)}) = 'derived'`,
  );
  if (Number(count) === 0) return [];
  return [
    {
      code: 'import.derived',
      weight: 'note',
      title: 'Derived figures',
      text: 'Worked out from others by whoever made the file. Marked derived in every chart and sum.',
      count: Number(count),
      place: { file: context.fileName, line: Number(line), column: status.name },
    },
  ];
};
