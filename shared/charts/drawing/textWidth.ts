const NARROW = "iljtfrI.,:;|!'()[]";
const WIDE = 'mwMW%@';

/** About how wide a text is in the sans face, in px; used to leave labels out, so it errs on the wide side. */
export function textWidth(text: string, size: number, strong = false): number {
  let width = 0;
  for (const letter of text) {
    if (letter === ' ') width += 0.27;
    else if (NARROW.includes(letter)) width += 0.34;
    else if (WIDE.includes(letter)) width += 0.88;
    else if (letter >= '0' && letter <= '9') width += 0.6;
    else if (letter >= 'A' && letter <= 'Z') width += 0.65;
    else width += letter.charCodeAt(0) > 0x2e80 ? 1 : 0.56;
  }
  return width * size * (strong ? 1.04 : 1);
}

/** The text, or as much of it as fits in `width` px with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = text.length;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, size) > width) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** The text in at most two lines of about equal width, each no wider than `width` px; null where it does not fit so. */
export function inTwoLines(text: string, size: number, width: number): string[] | null {
  if (textWidth(text, size) <= width) return [text];
  const words = text.split(' ');
  let best: { lines: string[]; width: number } | null = null;
  for (let at = 1; at < words.length; at++) {
    const lines = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const widest = Math.max(...lines.map((line) => textWidth(line, size)));
    if (widest <= width && (!best || widest < best.width)) best = { lines, width: widest };
  }
  return best?.lines ?? null;
}
