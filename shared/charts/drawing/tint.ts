/** A lighter (on dark paper: darker) form of a colour: `share` of it, 0 to 1, on the paper. Both as # and 6 or 3 hex digits. */
export function tint(colour: string, paper: string, share: number): string {
  const over = channels(colour);
  const under = channels(paper);
  const mixed = over.map((value, i) =>
    Math.round(value * share + (under[i] ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('').toUpperCase()}`;
}

/** Style sheets come minified: #fff for #FFFFFF. */
function channels(hex: string): number[] {
  const digits =
    hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  return (digits ?? []).map((pair) => Number.parseInt(pair, 16));
}
