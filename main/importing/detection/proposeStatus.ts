import type { Step } from '../../../shared/model/recipe.ts';
import { MISSING_MARKS } from './cellKind.ts';
import type { ColumnSample } from './columnSample.ts';
import { figureText } from './figureText.ts';
import { flaggedPeriod, statusOfFlag } from './periodFlag.ts';

/** Dashes have a question of their own: nil, or no figure. */
const DASHES = new Set(['-', '\u2013', '\u2014']);
/** A mark for "no figure" with a flag behind it, as Eurostat prints: ":c". */
const FLAGGED_MARK = /^(?::|\.\.)\s*([a-z]{1,2})$/i;

/** The step that takes flags, and marks for "no figure", from a column into a status column; none where it holds neither. */
export function proposeStatus(
  sample: ColumnSample,
  kind: 'measure' | 'time',
  to: string,
): Extract<Step, { step: 'splitStatus' }> | undefined {
  const flags = new Map<string, string>();
  for (const { text } of sample.texts) {
    const flag =
      kind === 'time'
        ? flaggedPeriod(text)?.flag
        : (figureText(text)?.flag ?? FLAGGED_MARK.exec(text.trim())?.[1]);
    if (flag !== undefined) flags.set(flag, statusOfFlag(flag) ?? `footnote ${flag}`);
  }
  const missing =
    kind === 'time'
      ? []
      : MISSING_MARKS.filter(
          (mark) => !DASHES.has(mark) && sample.texts.some(({ text }) => text.trim().toLowerCase() === mark),
        );
  if (flags.size === 0 && missing.length === 0) return undefined;
  return { step: 'splitStatus', column: sample.name, to, flags: Object.fromEntries(flags), missing };
}
