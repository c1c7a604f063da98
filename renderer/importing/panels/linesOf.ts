/** Texts one a line, as a person writes them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** "4, 7-9" as 4, 7, 8, 9; what is no number is passed over. */
export function numbersOf(text: string): number[] {
  const numbers = text.split(/[,;\s]+/).flatMap((part) => {
    const [, from, to] = /^(\d{1,9})(?:[-\u2013](\d{1,9}))?$/.exec(part) ?? [];
    if (from === undefined) return [];
    const [first, last] = [Number(from), Number(to ?? from)];
    return Array.from({ length: Math.min(1000, Math.max(0, last - first + 1)) }, (_, i) => first + i);
  });
  return [...new Set(numbers.filter((number) => number > 0))].toSorted((a, b) => a - b);
}
