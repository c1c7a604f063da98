import { delimiterWords, quoteWords } from '../detection/dialect.ts';
import { defineStep } from './step.ts';

/** The raw table is read before the steps run; these two say how. */
export const readText = defineStep({
  step: 'readText',
  async apply(state, step, context) {
    const [[lines = 0] = []] = await context.rows('SELECT max(_line) FROM raw');
    return {
      ...state,
      words: {
        title: 'Read text',
        words: [step.encoding.toUpperCase(), delimiterWords(step.delimiter), quoteWords(step.quote)].join(
          ', ',
        ),
        count: `${Number(lines ?? 0).toLocaleString('en-GB')} lines`,
      },
    };
  },
});

export const readSheet = defineStep({
  step: 'readSheet',
  async apply(state, step, context) {
    const [[rows = 0] = []] = await context.rows('SELECT max(_line) FROM raw');
    return {
      ...state,
      words: {
        title: 'Read sheet',
        words: step.sheet,
        count: `${Number(rows ?? 0).toLocaleString('en-GB')} rows`,
      },
    };
  },
});
