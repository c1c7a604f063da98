import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Engine } from '../../../main/engine/engine.ts';
import { codeExpression } from '../../../main/project/periodMap.ts';
import { periodCode } from '../../../shared/periods/period.ts';
import { periodOfText, periodText } from '../../../shared/periods/periodText.ts';

test('the engine reads canonical text as the program does', async () => {
  const engine = await Engine.open(':memory:', '/tmp');
  try {
    const spans = fc.tuple(fc.integer({ min: 1800 * 12, max: 2199 * 12 }), fc.integer({ min: 1, max: 999 }));
    const texts = fc
      .sample(spans, 500)
      .map(([start, months]) => periodText(periodCode(start, months)))
      .concat('2025', '2025-Q3', '2025-03', '2024-07/P9M', '2025-01/P3M');
    const rows = await engine.rows({
      sql: `SELECT text, ${codeExpression('text')} FROM (SELECT unnest(string_split(?, ' ')) AS text)`,
      values: [texts.join(' ')],
    });
    expect(rows).toHaveLength(texts.length);
    for (const [text, code] of rows) expect(code, String(text)).toBe(periodOfText(String(text)));
  } finally {
    engine.close();
  }
});
