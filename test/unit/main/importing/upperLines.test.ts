import { expect, test } from 'vitest';
import { UpperLines } from '../../../../main/importing/readers/upperLines.ts';

const shown = (lines: UpperLines) => lines.text && Buffer.from(lines.text).toString('latin1');

test('of a plain text nothing is kept', () => {
  const lines = new UpperLines();
  lines.look(Buffer.from('a,b\n1,2\n'), true);
  lines.end();
  expect(lines.text).toBeUndefined();
});

test('a letter that two stretches share is kept whole, with its line', () => {
  const text = Buffer.from('a,b\n1,Türkiye\n3,4\n5,Åland');
  for (let cut = 0; cut <= text.length; cut++) {
    const lines = new UpperLines();
    lines.look(text.subarray(0, cut), true);
    lines.look(text.subarray(cut), true);
    lines.end();
    expect(lines.text && Buffer.from(lines.text).toString()).toBe('\n1,Türkiye\n5,Åland');
  }
});

test('a stretch that begins inside of a line begins for us with the next one', () => {
  const lines = new UpperLines();
  lines.look(Buffer.from('rkiye,\xfc\n1,\xe9t\xe9\n2,b', 'latin1'), false);
  expect(shown(lines)).toBe('\n1,été');
});

test('of a line without end the surroundings are kept, and some lines are enough', () => {
  const lines = new UpperLines();
  lines.look(Buffer.from(`${'a'.repeat(50_000)}é${'b'.repeat(50_000)}`, 'latin1'), true);
  lines.end();
  expect(shown(lines)).toBe(`\n${'a'.repeat(2048)}é${'b'.repeat(2047)}`);
  for (let i = 0; i < 1000; i++) lines.look(Buffer.from(`${'é'.repeat(500)}\n`, 'latin1'), true);
  expect(lines.text?.length).toBeLessThan(70_000);
});
