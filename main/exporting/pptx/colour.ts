import { chartTokens } from '../../../shared/charts/tokens.ts';

const light = chartTokens.light;

/** The deck theme's slots. Ink and greys are the text pair, the categories are the accents in their fixed order. */
export const themeColours = {
  dk1: hexOf(light.ink),
  lt1: hexOf(light.paper),
  dk2: hexOf(light['ink-3']),
  lt2: hexOf(light.well),
  accent1: hexOf(light['cat-1']),
  accent2: hexOf(light['cat-2']),
  accent3: hexOf(light['cat-3']),
  accent4: hexOf(light['cat-4']),
  accent5: hexOf(light['cat-5']),
  accent6: hexOf(light['cat-6']),
  hlink: hexOf(light['accent-ink']),
  folHlink: hexOf(light['cat-7']),
} as const;

/** The slots as slides and charts name them: the master maps text and background onto dark and light. */
const SCHEME: Readonly<Record<string, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' };
const SLOTS = new Set([
  'tx1',
  'tx2',
  'bg1',
  'bg2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
]);
const slotOfHex = new Map<string, string>(
  Object.entries(themeColours).map(([slot, hex]) => [hex, SCHEME[slot] ?? slot]),
);

/** A colour as DrawingML: a theme slot wherever the colour is one of the theme's, so that a company theme recolours the deck. */
export function colourXml(colour: string): string {
  const slot = SLOTS.has(colour) ? colour : (SCHEME[colour] ?? slotOfHex.get(hexOf(colour)));
  return slot ? `<a:schemeClr val="${slot}"/>` : `<a:srgbClr val="${hexOf(colour)}"/>`;
}

/** 'none' is no fill: the empty part of a target. */
export function fillXml(colour: string): string {
  return colour === 'none' || colour === 'transparent'
    ? '<a:noFill/>'
    : `<a:solidFill>${colourXml(colour)}</a:solidFill>`;
}

/** A line of `width` px at 1280 px a slide; '' colour: no line. */
export function lineXml(colour: string, width: number, dashed = false): string {
  if (colour === '') return '<a:ln><a:noFill/></a:ln>';
  return `<a:ln w="${Math.round(width * 9525)}">${fillXml(colour)}${dashed ? '<a:prstDash val="dash"/>' : ''}</a:ln>`;
}

/** White or ink, whichever is easier to read on a fill (WCAG contrast). */
export function textOn(fill: string): string {
  if (fill === 'none' || fill === 'transparent') return 'tx1';
  const l = luminance(rgbOf(fill));
  return 1.05 / (l + 0.05) >= (l + 0.05) / (luminance(rgbOf(themeColours.dk1)) + 0.05) ? 'bg1' : 'tx1';
}

function rgbOf(colour: string): string {
  const slot = Object.entries(SCHEME).find(([, name]) => name === colour)?.[0] ?? colour;
  return (themeColours as Readonly<Record<string, string>>)[slot] ?? hexOf(colour);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function hexOf(colour: string): string {
  const hex = colour.replace('#', '').toUpperCase();
  return /^[0-9A-F]{6}$/.test(hex) ? hex : '15191C';
}
