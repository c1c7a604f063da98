/** A lighter (on dark paper: darker) form of a colour: `share` of it, 0 to 1, on the paper. Both as # and 6 hex digits. */
export function tint(colour: string, paper: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const [over, under] = [colour, paper].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((over ?? 0) * share + (under ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('').toUpperCase()}`;
}
