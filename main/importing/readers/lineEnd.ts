export interface LineEnd {
  at: number;
  /** Where the next line begins. */
  next: number;
}

/** The end of the line that holds `from`, LF, CR LF or CR; null where the text ends before it is known. `lf` is the next LF from there, -1 where none is left. */
export function lineEnd(text: string, from: number, final: boolean, lf: number): LineEnd | null {
  const cr = carriageReturn(text, from, lf);
  if (cr >= 0) {
    if (cr + 1 === text.length && !final) return null;
    return { at: cr, next: text.charAt(cr + 1) === '\n' ? cr + 2 : cr + 1 };
  }
  if (lf >= 0) return { at: lf, next: lf + 1 };
  return final ? { at: text.length, next: text.length } : null;
}

function carriageReturn(text: string, from: number, lf: number): number {
  if (lf < 0) return text.indexOf('\r', from);
  // Only this line is searched: a file without CR would otherwise be searched to its end for each line.
  const inLine = text.slice(from, lf).indexOf('\r');
  return inLine < 0 ? -1 : from + inLine;
}
