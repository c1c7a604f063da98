import { expect, test } from 'vitest';
import { codeOfText, completionOf, suggestionsFor } from '../../../../renderer/grid/editors/suggestions.ts';

const all = [
  { code: 'SI1', label: 'Telecommunications services' },
  { code: 'SI2', label: 'Computer services' },
  { code: 'PAK', label: 'Pakistan' },
];

test('codes are found by label and by code, beginnings first', () => {
  expect(suggestionsFor(all, 'si').map(({ code }) => code)).toEqual(['SI1', 'SI2']);
  expect(suggestionsFor(all, 'comp').map(({ code }) => code)).toEqual(['SI2']);
  expect(suggestionsFor(all, 'services').map(({ code }) => code)).toEqual(['SI1', 'SI2']);
  expect(suggestionsFor(all, '')).toEqual(all);
});

test('one label that begins with the text completes it; several do not', () => {
  expect(completionOf(all, 'Comp')).toBe('uter services');
  expect(completionOf([...all, { code: 'x', label: 'Company' }], 'Comp')).toBe('');
  expect(completionOf(all, '')).toBe('');
});

test('a label or code in any case is its code, other text stays', () => {
  expect(codeOfText(all, 'pakistan')).toBe('PAK');
  expect(codeOfText(all, 'pak')).toBe('PAK');
  expect(codeOfText(all, 'Peru')).toBe('Peru');
});
