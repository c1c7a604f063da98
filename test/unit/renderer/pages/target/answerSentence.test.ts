import { expect, test } from 'vitest';
import { answerSentence, markedParts } from '../../../../../renderer/pages/target/answerSentence.ts';
import { goalWords, targetWords } from '../../../../../renderer/pages/target/targetWords.ts';
import { fy2025 } from './fy2025.ts';

const words = targetWords(fy2025, '2024-07/P12M', { numbers: '1,234.5', fiscalYearStart: 7 });
const plain = (text: string) => text.replace(/<\/?[tab]>/g, '');

test('the question that the project started from is answered in one sentence', () => {
  expect(plain(answerSentence(fy2025, words, true))).toBe(
    'US$4 bn in FY2025 needs 392 m a month for the last three months. July to March brought 314 m a month, ' +
      'and no month passed 348 m. The year closed at 3,810 m, 190 m short.',
  );
});

test('what was not known then is left out', () => {
  expect(plain(answerSentence(fy2025, words, false))).not.toContain('closed');
});

test('the ends: one month left, reached, nothing known', () => {
  const one = { ...fy2025, monthsLeft: 1, neededPerMonth: 190 };
  expect(plain(answerSentence(one, words, false))).toContain('needs 190 m in its last month');
  const reached = { ...fy2025, left: -5, monthsLeft: 2, neededPerMonth: 0 };
  expect(answerSentence(reached, words, false)).toContain('was reached with two months to go');
  const empty = { ...fy2025, averageSoFar: null, bestMonth: null };
  expect(answerSentence(empty, words, false)).toContain('No month of the year is known yet.');
});

test('goals are printed in their usual scale', () => {
  expect(goalWords(4000, 'US$ million', '1,234.5')).toBe('US$4 bn');
  expect(goalWords(4200, 'US$ million', '1,234.5')).toBe('US$4.2 bn');
  expect(goalWords(390, 'US$ million', '1,234.5')).toBe('US$390 m');
  expect(goalWords(12, 'firms', '1,234.5')).toBe('12 firms');
});

test('marks part the figures from the words, and a lone < stays', () => {
  expect(markedParts('a <t>b</t> < c')).toEqual([
    { text: 'a ', mark: null },
    { text: 'b', mark: 't' },
    { text: ' ', mark: null },
    { text: '<', mark: null },
    { text: ' c', mark: null },
  ]);
});
