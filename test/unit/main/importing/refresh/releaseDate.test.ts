import { expect, test } from 'vitest';
import { dayIn, releaseDay } from '../../../../../main/importing/refresh/releaseDate.ts';

test.each([
  ['Released on 10 June 2025', '2025-06-10'],
  ['Last updated: June 10, 2025', '2025-06-10'],
  ['Publication date 2025-06-10', '2025-06-10'],
  ['Published 10-Jun-25', '2025-06-10'],
  ['Updated on 25/06/2025', '2025-06-25'],
  // The tenth of June, or the sixth of October.
  ['Released 06/10/2025', null],
  ['As on 30 June 2025', null],
  ['Released in June 2025', null],
  ['Released on 31 June 2025', null],
])('"%s" says %s', (text, day) => {
  expect(releaseDay(text)).toBe(day);
});

test.each([
  ['exports-2025-06-10.csv', '2025-06-10'],
  ['exports_20250610_v2.xlsx', '2025-06-10'],
  ['exports-2025-06.csv', null],
  ['exports-202506101.csv', null],
])('the name %s says %s', (name, day) => {
  expect(dayIn(name)).toBe(day);
});
