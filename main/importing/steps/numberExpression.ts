import { literal } from '../../engine/engine.ts';
import { escapedPattern } from './escapedPattern.ts';

/**
 * A text as a number, NULL where it is none: digits grouped in threes or as in India (1,23,456) by comma, point, apostrophe or any space;
 * either decimal mark; brackets or a trailing minus for negatives; Arabic-Indic, Persian, Devanagari and Bengali digits;
 * a percent sign is dropped (the unit carries it), and so are the `affixes` named, a currency or a scale that the unit carries as well.
 */
export function numberExpression(cell: string, decimal: '.' | ',', affixes: readonly string[] = []): string {
  const bare = `regexp_replace(${plain(cell, decimal, affixes)}, '^-?\\s*\\(\\s*(.*?)\\s*\\)$|^(.*[0-9])\\s*-$', '-\\1\\2')`;
  const group = decimal === '.' ? "[, ']" : "[. ']";
  const mark = decimal === '.' ? '\\.' : ',';
  const shape = `^[+-]?\\s*([0-9]{1,3}(${group}[0-9]{2,3})*${group}[0-9]{3}|[0-9]+)(${mark}[0-9]*)?([eE][+-]?[0-9]+)?$|^[+-]?${mark}[0-9]+$`;
  // Written once: what an expression holds twice the engine works out for all rows, also those that never come this far.
  const matched = `regexp_extract(${bare}, ${literal(shape)})`;
  const digits =
    decimal === '.'
      ? `translate(${matched}, ', ''', '')`
      : `replace(translate(${matched}, '. ''', ''), ',', '.')`;
  const careful = `TRY_CAST(${digits} AS DOUBLE)`;
  if (decimal === ',') return `(${careful})`;
  // Most cells are plain: the patterns are asked only where the cast refuses. It takes "nan" and "inf" as well, and these are no figures.
  return `coalesce(CASE WHEN isfinite(TRY_CAST(${cell} AS DOUBLE)) AND NOT contains(${cell}, '_') THEN TRY_CAST(${cell} AS DOUBLE) END, ${careful})`;
}

/** How many decimals a text prints. */
export function decimalsExpression(
  cell: string,
  decimal: '.' | ',',
  affixes: readonly string[] = [],
): string {
  return `length(regexp_extract(${plain(cell, decimal, affixes)}, '\\${decimal}([0-9]*)[)-]*$', 1))`;
}

/** Digits, spaces and signs of all kinds as the plain ones, without what stands around the figure. */
function plain(cell: string, decimal: '.' | ',', affixes: readonly string[]): string {
  const [from, to] = plainLetters(decimal);
  // `translate` builds its table for each cell: only those with letters beyond ASCII, which have more bytes than letters, come to it.
  const letters = `CASE WHEN strlen(${cell}) = length(${cell}) THEN ${cell} ELSE translate(${cell}, ${literal(from)}, ${literal(to)}) END`;
  // The longer first: "US$" before "$". Of letters the case does not count.
  const without = affixes
    .toSorted((a, b) => b.length - a.length)
    .reduce(
      (text, affix) => `regexp_replace(${text}, ${literal(`(?i)${escapedPattern(affix)}`)}, '')`,
      letters,
    );
  return `trim(regexp_replace(trim(${without}), '^%|\\s*%(\\)?)$', '\\1'))`;
}

function plainLetters(decimal: '.' | ','): [string, string] {
  const spaces = '\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';
  const signs = '\u2212\u2010\u2011\u2012\u2013\uff0d\u2019\u02bc\u066a\u066b\u066c';
  const marks = `-----\u002d''%${decimal}${decimal === '.' ? ',' : '.'}`;
  // Marks of the writing direction have no counterpart, and go.
  const directions = '\u200e\u200f\u061c\u2066\u2067\u2069';
  const digits = [0x660, 0x6f0, 0x966, 0x9e6]
    .flatMap((zero) => Array.from({ length: 10 }, (_, i) => String.fromCodePoint(zero + i)))
    .join('');
  return [spaces + signs + digits + directions, ' '.repeat(spaces.length) + marks + '0123456789'.repeat(4)];
}
