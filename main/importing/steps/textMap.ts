import { literal } from '../../engine/engine.ts';
import type { StepContext } from './step.ts';

/** A helper table of texts and what each stands for (text, value); answers its name. */
export async function textMap(
  pairs: readonly (readonly [string, string])[],
  context: StepContext,
): Promise<string> {
  const map = context.helperTable();
  await context.run(`CREATE OR REPLACE TABLE ${map} (text VARCHAR, value VARCHAR)`);
  for (let from = 0; from < pairs.length; from += 1000) {
    const part = pairs
      .slice(from, from + 1000)
      .map(([text, value]) => `(${literal(text)}, ${literal(value)})`);
    await context.run(`INSERT INTO ${map} VALUES ${part.join(', ')}`);
  }
  return map;
}
