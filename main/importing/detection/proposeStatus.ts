import type { Step } from '../../../shared/model/recipe.ts';
import type { ColumnSample } from './columnSample.ts';
import { figureText } from './figureText.ts';
import { missingMarks, noFigure } from './noFigure.ts';
import { flaggedPeriod, statusOfFlag } from './periodFlag.ts';

/** Dashes have a question of their own: nil, or no figure. */
const DASHES = new Set(['-', '\u2013', '\u2014']);
/** The step that takes flags, and marks for "no figure", from a column into a status column; none where it holds neither. */
export function proposeStatus(
  sample: ColumnSample,
  kind: 'measure' | 'time',
  to: string,
): Extract<Step, { step: 'splitStatus' }> | undefined {
  const flags = new Map<string, string>();
  const marks = new Map<string, string>();
  for (const { text } of sample.texts) {
    const none = kind === 'time' ? null : noFigure(text);
    if (none?.word !== undefined) marks.set(none.mark, none.word);
    const flag = kind === 'time' ? flaggedPeriod(text)?.flag : (none?.flag ?? figureText(text)?.flag);
    if (flag !== undefined) flags.set(flag, statusOfFlag(flag) ?? `footnote ${flag}`);
  }
  const missing = kind === 'time' ? [] : missingMarks(sample).filter((mark) => !DASHES.has(mark));
  if (flags.size === 0 && marks.size === 0 && missing.length === 0) return undefined;
  return {
    step: 'splitStatus',
    column: sample.name,
    to,
    flags: Object.fromEntries(flags),
    missing,
    ...(marks.size > 0 && { marks: Object.fromEntries(marks) }),
  };
}
