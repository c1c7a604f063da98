import { setColumns } from './setColumns.ts';
import { defineStep } from './step.ts';

/** Type, unit and role of one column; a recipe's neighbouring ones are done together, see `setColumns`. */
export const setColumn = defineStep({
  step: 'setColumn',
  async apply(state, step, context) {
    const { words, ...made } = await setColumns(state, [step], context);
    const [own = { title: step.column, words: '', count: '' }] = words;
    return { ...made, words: own };
  },
});
