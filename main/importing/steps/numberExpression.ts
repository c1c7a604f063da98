/**
 * A text as a number, NULL where it is none: digits grouped in threes or as in India (1,23,456) by comma, point, apostrophe or any space;
 * either decimal mark; brackets or a trailing minus for negatives; a percent sign is dropped (the unit carries it).
 */
export function numberExpression(cell: string, decimal: '.' | ','): string {
  // Spaces of all kinds and the true minus, which offices use in print.
  const plain = `regexp_replace(translate(${cell}, '\u2212\u00a0\u2009\u202f', '-   '), '\\s*%\\s*$', '')`;
  const bare = `regexp_replace(trim(${plain}), '^\\((.*)\\)$|^(.*[0-9])\\s*-$', '-\\1\\2')`;
  const group = decimal === '.' ? "[, ']" : "[. ']";
  const mark = decimal === '.' ? '\\.' : ',';
  const shape = `^[+-]?\\s*([0-9]{1,3}(${group}[0-9]{2,3})*${group}[0-9]{3}|[0-9]+)(${mark}[0-9]*)?([eE][+-]?[0-9]+)?$|^[+-]?${mark}[0-9]+$`;
  // Written once: what an expression holds twice the engine works out for all rows, also those that never come this far.
  const matched = `regexp_extract(${bare}, ${quoted(shape)})`;
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
export function decimalsExpression(cell: string, decimal: '.' | ','): string {
  return `length(regexp_extract(trim(${cell}), '\\${decimal}([0-9]*)[)%-]*$', 1))`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
