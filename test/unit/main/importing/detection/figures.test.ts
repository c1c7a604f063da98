import { expect, test } from 'vitest';
import {
  addEvidence,
  decimalEvidence,
  decimalMark,
} from '../../../../../main/importing/detection/decimalMark.ts';
import { figureText } from '../../../../../main/importing/detection/figureText.ts';
import { unitOfPhrase, unitOfTitle, unitWithin } from '../../../../../main/importing/detection/unitWords.ts';

test.each([
  ['1,234.5', '1,234.5', '', undefined],
  ['US$ 1,234', '1,234', 'US$', undefined],
  ['Rs. 12', '12', 'Rs.', undefined],
  ['-$5', '-5', '$', undefined],
  ['(US$ 5.2)', '(5.2)', 'US$', undefined],
  ['1,234 USD', '1,234', 'USD', undefined],
  ['$5.2bn', '5.2', '$|bn', undefined],
  ['123.4 p', '123.4', '', 'p'],
  ['123 (R)', '123', '', '(R)'],
  ['123*', '123', '', '*'],
  ['123 1/', '123', '', '1/'],
  ['(123) P', '(123)', '', 'P'],
  ['12.5%', '12.5%', '', undefined],
  ['€ 3,5 r', '3,5', '€', 'r'],
  ['٣٢٤', '324', '', undefined],
])('%j is the figure %j', (text, number, affixes, flag) => {
  expect(figureText(text)).toEqual({
    number,
    affixes: affixes === '' ? [] : affixes.split('|'),
    ...(flag && { flag }),
  });
});

test.each(['Total', 'Q1 2024', 'Group 5', '12 items', 'A1', '12 Cr', ''])('%j is no figure', (text) => {
  expect(figureText(text)).toBeNull();
});

test.each([
  ['Million US$', 'US$ million'],
  ['in US $ million', 'US$ million'],
  ['Rs. billion', 'Rs billion'],
  ["'000 US dollars", 'US$ thousand'],
  ['US$ Mn', 'US$ million'],
  ['₹ crore', '₹ crore'],
  ['Thousand US Dollars', 'US$ thousand'],
  ['% of GDP', '%'],
  ['Rs lakh', 'Rs lakh'],
  ['m', undefined],
  ['Exports to the US', undefined],
  ['2015', undefined],
])('the phrase %j names the unit %s', (phrase, unit) => {
  expect(unitOfPhrase(phrase)).toBe(unit);
});

test.each([
  ['Balance of Payments (Million US$)', 'US$ million'],
  ['Exports of services in US$ million', 'US$ million'],
  ['Unit: Thousand USD', 'US$ thousand'],
  ['(Rs in billion)', 'Rs billion'],
  ['Table 5 (continued)', undefined],
  ['Exports reached US$ 5 billion in 2024', undefined],
])('the title %j names the unit %s', (title, unit) => {
  expect(unitOfTitle(title)).toBe(unit);
});

test('a unit within a name', () => {
  expect(unitWithin('value_usd_mn')).toBe('US$ million');
  expect(unitWithin('Growth %')).toBe('%');
  expect(unitWithin('cr_m')).toBeUndefined();
});

const marks = (...texts: string[]) => decimalEvidence(texts.map((text) => ({ text, count: 1 })));
const of = (texts: string[], file: string[] = [], delimiter = ',') =>
  decimalMark(marks(...texts), addEvidence([marks(...texts), marks(...file)]), delimiter);

test('the decimal mark is what some figure shows, of the column or else of the file', () => {
  expect(of(['1,234.5', '1,234'])).toEqual({ decimal: '.', unsure: false });
  expect(of(['1.234,5', '1.234'])).toEqual({ decimal: ',', unsure: false });
  expect(of(['1.234.567', '1.234'])).toEqual({ decimal: ',', unsure: false });
  expect(of(['12,34,567', '1,234'])).toEqual({ decimal: '.', unsure: false });
  expect(of(['0.234', '1.234'])).toEqual({ decimal: '.', unsure: false });
  expect(of(['1.234', '5678'])).toEqual({ decimal: '.', unsure: false });
  expect(of(['1 234,567'])).toEqual({ decimal: ',', unsure: false });
  expect(of(['1.234'], ['1,5'])).toEqual({ decimal: ',', unsure: false });
  expect(of(['1.234', '12.345'])).toEqual({ decimal: '.', unsure: true });
  expect(of(['1,234', '12,345'])).toEqual({ decimal: '.', unsure: false });
  expect(of(['1.234', '12.345'], [], ';')).toEqual({ decimal: ',', unsure: true });
});
