import { figureText } from './figureText.ts';

/** What the figures of a column, or of a whole file, say of their decimal mark. Counts of cells. */
export interface DecimalEvidence {
  point: number;
  comma: number;
  /** One mark and three digits behind it: 1.234, a thousand to some and one and a bit to others. */
  eitherPoint: number;
  eitherComma: number;
  /** Thousands without a mark between them: marks of this column then part decimals. */
  ungrouped: number;
}

export interface DecimalMark {
  decimal: '.' | ',';
  /** Nothing in the column tells. */
  unsure: boolean;
}

export function decimalEvidence(texts: readonly { text: string; count: number }[]): DecimalEvidence {
  const evidence: DecimalEvidence = { point: 0, comma: 0, eitherPoint: 0, eitherComma: 0, ungrouped: 0 };
  for (const { text, count } of texts) {
    const said = /^[\d\s+-]*$/.test(text) ? plainSays(text) : markSays(figureText(text)?.number ?? '');
    if (said) evidence[said] += count;
  }
  return evidence;
}

function plainSays(text: string): keyof DecimalEvidence | undefined {
  return /^\s*[+-]?\d{4,}\s*$/.test(text) ? 'ungrouped' : undefined;
}

function markSays(number: string): keyof DecimalEvidence | undefined {
  const marks = [...number].filter((sign) => sign === '.' || sign === ',');
  const last = marks.at(-1);
  if (last === undefined) return undefined;
  if (new Set(marks).size === 2) return last === '.' ? 'point' : 'comma';
  // A mark that comes twice parts thousands, so the other one parts decimals.
  if (marks.length > 1) return last === '.' ? 'comma' : 'point';
  const own = last === '.' ? 'point' : 'comma';
  const [whole = '', behind = ''] = number.split(last).map((part) => part.replace(/[^\d']/g, ''));
  const digits = behind.length;
  // Groups have three digits behind, one to three before, and do not begin with a nought; a grouped figure parts its decimals with the mark.
  if (digits !== 3 || whole.length === 0 || whole.length > 3 || /^0/.test(whole) || /\d[ ']\d/.test(number))
    return own;
  return last === '.' ? 'eitherPoint' : 'eitherComma';
}

export function addEvidence(all: readonly DecimalEvidence[]): DecimalEvidence {
  const sum = (key: keyof DecimalEvidence) => all.reduce((total, one) => total + one[key], 0);
  return {
    point: sum('point'),
    comma: sum('comma'),
    eitherPoint: sum('eitherPoint'),
    eitherComma: sum('eitherComma'),
    ungrouped: sum('ungrouped'),
  };
}

/** The decimal mark of a column: by its own figures, else by those of the file, else by its delimiter (a semicolon leaves the comma to decimals). */
export function decimalMark(
  own: DecimalEvidence,
  file: DecimalEvidence,
  delimiter: string | undefined,
): DecimalMark {
  if (own.comma !== own.point) return { decimal: own.comma > own.point ? ',' : '.', unsure: false };
  const either = own.eitherPoint + own.eitherComma;
  if (either === 0) return { decimal: '.', unsure: false };
  if (own.ungrouped > 0 && (own.eitherPoint === 0) !== (own.eitherComma === 0))
    return { decimal: own.eitherPoint > 0 ? '.' : ',', unsure: false };
  if (file.comma !== file.point) return { decimal: file.comma > file.point ? ',' : '.', unsure: false };
  if (delimiter === ';') return { decimal: ',', unsure: true };
  // 1,234 is a thousand and more nearly everywhere; 1.234 alone is either.
  return { decimal: '.', unsure: own.eitherPoint > 0 };
}
