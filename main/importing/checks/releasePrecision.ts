import { identifier } from '../../engine/engine.ts';
import type { Check } from './check.ts';

/** Releases known by month or year only: they are ordered by what is known. */
export const releasePrecision: Check = async (state, context) => {
  const vintage = state.columns.find(({ role }) => role === 'vintage');
  if (!vintage) return [];
  const id = identifier(vintage.id);
  const [[short = 0, line = 0, days = 0] = []] = await context.rows(
    `SELECT count(*) FILTER (length(${id}) < 10), min(_line) FILTER (length(${id}) < 10), count(*) FILTER (length(${id}) >= 10) FROM (${state.sql}) WHERE ${id} SIMILAR TO '[0-9]{4}(-[0-9]{2}){0,2}'`,
  );
  if (Number(short) === 0 || Number(days) === 0) return [];
  return [
    {
      code: 'import.release-day-unknown',
      weight: 'note',
      title: 'Day of release unknown',
      text: `Only month or year in ${vintage.name}. Ordered by what is known.`,
      count: Number(short),
      place: { file: context.fileName, line: Number(line), column: vintage.name },
    },
  ];
};
