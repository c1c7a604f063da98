import { unitOfTitle } from './detection/unitWords.ts';
import type { StepContext } from './steps/step.ts';

/** Lines above a header that may belong to it. */
const LINES = 10;

/** The one unit that the lines right above a header tell; none where they tell two. Lines with many cells are another table. */
export async function titleUnit(headerLine: number, context: StepContext): Promise<string | undefined> {
  const cells = Array.from({ length: context.rawWidth }, (_, i) => `nullif(trim(c${i + 1}), '')`);
  const rows = await context.rows(
    `SELECT array_to_string(list_filter([${cells.join(', ')}], x -> x IS NOT NULL), '\u001f') FROM raw WHERE _line < ${headerLine} ORDER BY _line DESC LIMIT ${LINES}`,
  );
  const units = new Set<string>();
  for (const [line] of rows) {
    const texts = String(line ?? '').split('\u001f');
    if (texts.length > 3) break;
    for (const text of texts) {
      const unit = unitOfTitle(text);
      if (unit !== undefined && unit !== '%') units.add(unit);
    }
  }
  const [unit] = units;
  return units.size === 1 ? unit : undefined;
}
