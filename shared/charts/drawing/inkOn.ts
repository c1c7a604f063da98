const WHITE = '#FFFFFF';
const BLACK = '#0B0E10';

/** White or near-black, whichever reads better on a background of 6 hex digits (WCAG contrast). */
export function inkOn(background: string): string {
  const lightness = luminance(background);
  return contrast(lightness, luminance(WHITE)) >= contrast(lightness, luminance(BLACK)) ? WHITE : BLACK;
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** WCAG 2 relative luminance, 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
