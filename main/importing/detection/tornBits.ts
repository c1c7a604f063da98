const QUOTES = '"\'`';

/**
 * Quotes and brackets come in pairs: half a pair is the sign of a cell cut in two, a pair around the whole that of a quote not understood.
 * Marks that mostly part cells are told again, for a list of whole lines may repeat itself.
 */
export function tornBits(cell: string): number {
  const first = cell.trimStart().charAt(0);
  const last = cell.trimEnd().slice(-1);
  const [opens, closes] = [QUOTES.includes(first), QUOTES.includes(last)];
  let bits = 0;
  if (first !== '' && first === last && opens) bits += 8;
  else if (first !== '' && (opens || closes)) bits += 8;
  // What follows "https:".
  if (first === '/' && cell.trimStart().startsWith('//')) bits += 6;
  if (first === '|' || last === '|') bits += 5;
  let [round, square, doubled] = [0, 0, 0];
  for (let i = 0; i < cell.length; i++) {
    switch (cell.charCodeAt(i)) {
      case 9:
      case 124:
        bits += 2;
        break;
      case 44:
        if (cell.charAt(i + 1) !== ' ' && !isDigit(cell.charCodeAt(i - 1))) bits += 1.5;
        break;
      case 59:
        bits += 1.5;
        break;
      case 34:
        doubled++;
        break;
      case 40:
        round++;
        break;
      case 41:
        round--;
        break;
      case 91:
      case 123:
        square++;
        break;
      case 93:
      case 125:
        square--;
        break;
      case 92:
        // Before a quote, or where a cell ended, a backslash was to mark it.
        if (i === cell.length - 1 || QUOTES.includes(cell.charAt(i + 1))) bits += 10;
    }
  }
  if (square !== 0) bits += 8;
  if (round !== 0) bits += 3;
  if (doubled % 2 === 1) bits += 4;
  return bits;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
