import type { Recipe } from '../../shared/model/recipe.ts';
import { swappedMonths } from '../../shared/periods/swappedMonths.ts';
import { type ColumnSample, textsOf } from './detection/columnSample.ts';

/** "24-Jul" and 2025-07-24 become 2024-Jul and 2024-07. */
export const SWAPPED = {
  find: '^(?:\\d{4}-(\\d{2})-|)(\\d{2})(?:-([A-Za-z]{3}))?(?:T00:00:00)?$',
  with: '20\\2-\\1\\3',
  as: 'pattern',
} as const;

/** The step that puts right a column of months whose years were taken for days, where nothing else can be meant. */
export function proposeSwapped(samples: readonly ColumnSample[]): Recipe {
  return samples.flatMap((sample): Recipe => {
    const texts = textsOf(sample);
    return texts.length <= 400 && swappedMonths(texts)?.isSure
      ? [{ step: 'replace', columns: [sample.name], ...SWAPPED }]
      : [];
  });
}
