/** A name as people tell names apart: without case, accents, spaces and marks. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** How alike two names are, 0 to 1: the share of pairs of letters that both have (Dice, 1945). "Exports" and "Exports, US$ m" are 0.8. */
export function nameLikeness(a: string, b: string): number {
  const [first, second] = [pairs(plainName(a)), pairs(plainName(b))];
  if (first.length === 0 || second.length === 0) return plainName(a) === plainName(b) ? 1 : 0;
  const left = [...second];
  let both = 0;
  for (const pair of first) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    both++;
  }
  return (2 * both) / (first.length + second.length);
}

function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}
