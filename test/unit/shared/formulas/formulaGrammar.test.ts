import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import peggy from 'peggy';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../../shared/formulas');

test('the parser is what `npm run grammar` makes of the grammar', async () => {
  const grammar = await readFile(join(folder, 'formula.peggy'), 'utf8');
  const made = peggy.generate(grammar, { output: 'source', format: 'es' });
  expect(await readFile(join(folder, 'formulaGrammar.js'), 'utf8')).toContain(made.slice(0, 2000));
  const rules = (source: string) => source.slice(source.indexOf('class peg$SyntaxError'));
  expect(rules(await readFile(join(folder, 'formulaGrammar.js'), 'utf8')).trim()).toBe(rules(made).trim());
});
