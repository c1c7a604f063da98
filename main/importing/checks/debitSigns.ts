import { identifier } from '../../engine/engine.ts';
import type { Check } from './check.ts';

/** Whether debits are printed below zero: what a sum over credit and debit would be. */
export const debitSigns: Check = async (state, context) => {
  const entry = state.columns.find(
    ({ concept, order }) => concept === 'ACCOUNTING_ENTRY' && order?.includes('debit'),
  );
  const measure = state.columns.find(({ role, type }) => role === 'measure' && type === 'number');
  if (!entry || !measure) return [];
  const [id, value] = [identifier(entry.id), identifier(measure.id)];
  const [[below = 0, above = 0, line = 0] = []] = await context.rows(
    `SELECT count(*) FILTER (${value} < 0), count(*) FILTER (${value} > 0), min(_line) FILTER (${value} <> 0) FROM (${state.sql}) WHERE ${id} = 'debit'`,
  );
  const [negative, positive] = [Number(below), Number(above)];
  if (negative + positive === 0) return [];
  const text =
    positive === 0
      ? 'Debits are negative: credit and debit add up to the net.'
      : negative === 0
        ? 'Debits are positive: the net is credit less debit, and the two are not to be added.'
        : `${negative} debits are negative and ${positive} positive: see which sign the source means.`;
  return [
    {
      code: 'import.debit-signs',
      weight: positive > 0 && negative > 0 ? 'decide' : 'note',
      title: 'The sign of debits',
      text,
      count: negative + positive,
      place: { file: context.fileName, line: Number(line), column: measure.name },
    },
  ];
};
