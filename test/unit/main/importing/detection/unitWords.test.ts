import { expect, test } from 'vitest';
import { entryOf } from '../../../../../main/importing/detection/entryOf.ts';
import { unitOfPhrase, unitOfTitle, unitWithin } from '../../../../../main/importing/detection/unitWords.ts';

test.each([
  ['Million US$', 'US$ million'],
  ['US$ Mn', 'US$ million'],
  ['US$ bn', 'US$ billion'],
  ['USD m', 'US$ million'],
  ['USDm', 'US$ million'],
  ['MUSD', 'US$ million'],
  ['$m', 'US$ million'],
  ["'000 US$", 'US$ thousand'],
  ['USD \u2019000', 'US$ thousand'],
  ['000 USD', 'US$ thousand'],
  ['in 1000 EUR', '€ thousand'],
  ['1,000 EUR', '€ thousand'],
  ['1 000 Euro', '€ thousand'],
  ['Tsd. EUR', '€ thousand'],
  ['Mio. EUR', '€ million'],
  ['Mill. EUR', '€ million'],
  ['MIO_EUR', '€ million'],
  ['£m', '£ million'],
  ['Rs million', 'Rs million'],
  ['Rs. in million', 'Rs million'],
  ['Rupees in Crore', 'Rs crore'],
  ['₹ Crore', '₹ crore'],
  ['Rs lakh', 'Rs lakh'],
  ['Tk. in Crore', 'Tk crore'],
  ['Million Pesos', 'PHP million'],
  ['PKR in billion', 'Rs billion'],
  ['Millions of U.S. dollars', 'US$ million'],
  ['US dollars at current prices in millions', 'US$ million'],
  ['US$, million', 'US$ million'],
  ['US dollar, Millions', 'US$ million'],
  ['in US$ Million (P)', 'US$ million'],
  ['Value: Million US$', 'US$ million'],
  ['Unit : Crore Taka', 'Tk crore'],
  ['constant 2015 US$', 'US$'],
  ['BoP, current US$', 'US$'],
  ['Dhs million', 'AED million'],
  ['QAR million', 'QAR million'],
  ['Per cent', '%'],
  ['per cent of GDP', '%'],
  ['Thousands', 'thousand'],
])('%s is %s, wherever it stands', (text, unit) => {
  expect.soft(unitOfPhrase(text)).toBe(unit);
  expect.soft(unitOfTitle(`Exports of services (${text})`)).toBe(unit);
  expect.soft(unitOfTitle(`Table 1: Exports of services, ${text}`)).toBe(unit);
  expect.soft(unitWithin(`Exports ${text}`)).toBe(unit);
});

test('what is no scale that is known makes no unit, and numbers in names make none', () => {
  for (const text of ['Yen, 100 million', '10 million US$']) {
    expect(unitOfPhrase(text)).toBeUndefined();
    expect(unitOfTitle(`Exports (${text})`)).toBeUndefined();
    expect(unitWithin(`Exports, ${text}`)).toBeUndefined();
  }
  expect(unitWithin('Top 1000 firms')).toBeUndefined();
});

test.each([
  ['9.2 Computer services -Cr', 'credit', '9.2 Computer services'],
  ['Computer services (Db.)', 'debit', 'Computer services'],
  ['Services; debit', 'debit', 'Services'],
  ['Computer services: Receipts', 'credit', 'Computer services'],
  ['Computer services - Payments', 'debit', 'Computer services'],
  ['Receipts', 'credit', ''],
  ['Payments', 'debit', ''],
  ['Dr.', 'debit', ''],
  ['Services, net', 'net', 'Services'],
])('%s is %s', (text, entry, label) => {
  expect(entryOf(text)).toEqual({ entry, label });
});

test('a word that belongs to the name stays in it', () => {
  for (const text of ['Letters of credit', 'Receipts of services', 'Net exports', 'Exports'])
    expect(entryOf(text)).toBeNull();
});
