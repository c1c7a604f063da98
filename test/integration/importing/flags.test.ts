import { describe, expect, test } from 'vitest';
import { made } from './support/made.ts';

describe('a flag keeps its figure, and a reason why there is none is kept', () => {
  const TEXTS = [
    [': c', '', 'confidential'],
    [':c', '', 'confidential'],
    [': u', '', 'low reliability'],
    ['.. e', '', 'estimated'],
    ['12.3 p', '12.3', 'provisional'],
    ['12.3(p)', '12.3', 'provisional'],
    ['12.3 (P)', '12.3', 'provisional'],
    ['12.3*', '12.3', 'footnote *'],
    ['12.3 **', '12.3', 'footnote **'],
    ['12.3 e', '12.3', 'estimated'],
    ['12.3 R', '12.3', 'revised'],
    ['12.3 bp', '12.3', 'break, provisional'],
    ['12.3^1', '12.3', 'footnote ^1'],
    ['12.3 ¹', '12.3', 'footnote ¹'],
    ['12.3²', '12.3', 'footnote ²'],
    ['12.3 ᵖ', '12.3', 'provisional'],
    ['12.3 (1)', '12.3', 'footnote (1)'],
    ['12.3 1/', '12.3', 'footnote 1/'],
    ['12.3 [a]', '12.3', 'footnote [a]'],
    ['1,212.3 r', '1212.3', 'revised'],
    ['(12.3) p', '-12.3', 'provisional'],
    ['..', '', 'missing'],
    ['…', '', 'missing'],
    ['n.a.', '', 'missing'],
    ['NA', '', 'missing'],
    ['#N/A', '', 'missing'],
    [':', '', 'missing'],
    ['x', '', 'not available'],
    ['[x]', '', 'not available'],
    ['[c]', '', 'confidential'],
    ['(c)', '', 'confidential'],
    ['c', '', 'confidential'],
    ['*', '', 'suppressed'],
    ['/', '', 'low reliability'],
    // What a dash means is asked.
    ['-', '', ''],
    ['–', '', ''],
  ];

  test('one after the other, among plain figures', async () => {
    const plain = Array.from({ length: 60 }, (_, i) => `A\t${1960 + i}\t${i + 1}.5`);
    const odd = TEXTS.map(([text], i) => `B\t${1960 + i}\t${text}`);
    const { column } = await made(
      `Country\tYear\tValue\n${[...plain, ...odd].join('\n')}\n`,
      undefined,
      'file.tsv',
    );
    const [values, statuses] = [column('Value').slice(60), column('status').slice(60)];
    TEXTS.forEach(([text, value, status], i) => {
      expect.soft([text, values[i], statuses[i]]).toEqual([text, value, status]);
    });
  });

  test('what a mark means is told with its count, and no zero is made of it', async () => {
    const { column, note } = await made(
      'Country,2022,2023,2024\nDE,12.3 p,13,: c\nFR,*,12.3*,14\nIT,x,5,6\nES,7,8,9\n',
    );
    expect(column('value')).not.toContain('0');
    expect(note('import.flags')?.text).toBe(
      'In value: "*" 1 times alone, suppressed; "*" 1 times, footnote *; "c" 1 times, confidential; "p" 1 times, provisional; "x" 1 times alone, not available. They stand in status.',
    );
  });

  test('letters that name things stay letters', async () => {
    const { of } = await made('Grade,Room,Pupils\nA,12B,30\nX,5E,31\nC,x,29\n');
    expect(of('Grade')?.type).toBe('category');
    expect(of('Room')?.type).toBe('category');
    expect(of('Pupils')?.type).toBe('number');
  });
});
