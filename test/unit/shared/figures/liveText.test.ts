import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../../shared/contract/views.ts';
import { formatFigure, liveParts, liveText } from '../../../../shared/figures/liveText.ts';

const figure = (value: number, unit = 'US$ million', fraction = false): Figure => ({
  value,
  unit,
  fraction,
  reckoning: '',
});

describe('live figures in a text', () => {
  const figures = {
    total: figure(2825),
    needed: figure(391.667),
    share: figure(0.1416, '', true),
    lost: figure(Number.NaN),
  };

  it.each([
    ['needed {{needed|0}} m', 'needed 392 m'],
    ['US$ {{total|bn}}', 'US$ 2.825 bn'],
    ['{{total}} and {{ share }}', '2,825 and 14.2%'],
    ['{{lost}} of {{nothing}}', 'n/m of ?'],
    ['{{ not closed, {x}, {{1}}', '{{ not closed, {x}, {{1}}'],
    ['{{constructor}}', '?'],
  ])('%s', (text, printed) => expect(liveText(text, figures)).toBe(printed));

  it('tells words from figures', () => {
    expect(liveParts('a {{total|0}} b', figures).map(({ kind, text }) => [kind, text])).toEqual([
      ['words', 'a '],
      ['figure', '2,825'],
      ['words', ' b'],
    ]);
  });
});

describe('formats of a figure', () => {
  it.each([
    [4000, 'bn', '4 bn'],
    [2825, '0.00', '2,825.00'],
    [-14, '+0', '−14'],
    [0, '+0', '0'],
    [44.2, '', '44.2'],
    [392, 'm', '392 m'],
    [17, 'ordinal', '17th'],
    [22, 'ordinal', '22nd'],
    [113, 'ordinal', '113th'],
    [2825, 'unit', '2,825 US$ million'],
    [2825, 'nonsense', '2,825'],
  ])('%d as %s', (value, format, printed) => expect(formatFigure(figure(value), format)).toBe(printed));

  it.each([
    [0.142, '+%', '+14.2%'],
    [0.237, '%', '23.7%'],
    [0.237, '0%', '24%'],
    [0.011, 'pp', '1.1 pp'],
  ])('fraction %d as %s', (value, format, printed) =>
    expect(formatFigure(figure(value, '', true), format)).toBe(printed),
  );
});
