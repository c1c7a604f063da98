/** A cell as spreadsheets call it: column 3 (from 0), line 14 is D14. */
export function cellAddress(column: number, line: number): string {
  return `${columnLetters(column)}${line}`;
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
