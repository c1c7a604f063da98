import { delimiterWords, quoteWords } from '../detection/dialect.ts';
import { defineStep, type StepContext } from './step.ts';

/** The raw table is read before the steps run; these two say how. */
export const readText = defineStep({
  step: 'readText',
  async apply(state, step, context) {
    const lines = await lastLine(context);
    return {
      ...state,
      words: {
        title: 'Read text',
        words: [step.encoding.toUpperCase(), delimiterWords(step.delimiter), quoteWords(step.quote)].join(
          ', ',
        ),
        count: `${lines.toLocaleString('en-GB')} lines`,
      },
    };
  },
});

export const readSheet = defineStep({
  step: 'readSheet',
  async apply(state, step, context) {
    const rows = await lastLine(context);
    return {
      ...state,
      words: {
        title: 'Read sheet',
        words: step.sheet,
        count: `${rows.toLocaleString('en-GB')} rows`,
      },
    };
  },
});

async function lastLine({ held, rows }: StepContext): Promise<number> {
  if (held) return held.rows.at(-1)?.line ?? 0;
  const [[last = 0] = []] = await rows('SELECT max(_line) FROM raw');
  return Number(last ?? 0);
}
