import { identifier, literal } from '../../engine/engine.ts';
import { longTable, wideWords } from './longTable.ts';
import { columnNamed, defineStep } from './step.ts';
import { unpivotPeriods } from './unpivotPeriods.ts';

/** Wide to long. Rows keep their line, and within it the order of the columns. Every cell becomes a row, empty ones too. */
export const unpivot = defineStep({
  step: 'unpivot',
  apply(state, step, context) {
    if (step.periods) return unpivotPeriods(state, step, context);
    const wide = step.columns.map((name) => columnNamed(state, name, 'unpivot'));
    const names = wide.map((column) => literal(column.name));
    const cells = wide.map(({ id }) => identifier(id));
    return {
      ...longTable(state, wide, [
        { name: step.nameTo, list: names },
        { name: step.valueTo, list: cells },
      ]),
      words: wideWords(step, wide),
    };
  },
});
