import type { Check } from './check.ts';
import { isBeyondHistory } from './seriesHistory.ts';

/** Says what is not looked for in a table of very many rows: slips of the unit and exchanged labels. */
export const tooManyToCompare: Check = async (state, context) => {
  if (!(await isBeyondHistory(state, context))) return [];
  return [
    {
      code: 'import.not-compared',
      weight: 'note',
      title: 'Figures not compared with their series',
      text: 'The table has too many rows for it: slips of the unit and exchanged labels were not looked for.',
    },
  ];
};
