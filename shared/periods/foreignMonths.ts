import { monthName } from './monthNames.ts';

/** Names of the twelve months, January first, as offices print them; several spellings by "|". Urdu, Arabic (of the Gulf and of the Levant), German, French, Spanish, Portuguese, Italian, Indonesian. */
const LISTS: readonly string[] = [
  'جنوری،فروری،مارچ،اپریل،مئی،جون،جولائی،اگست،ستمبر،اکتوبر،نومبر،دسمبر',
  'يناير،فبراير،مارس،أبريل|ابريل،مايو،يونيو|يونيه،يوليو|يوليه،أغسطس|اغسطس،سبتمبر،أكتوبر|اكتوبر،نوفمبر،ديسمبر',
  'كانون الثاني،شباط،آذار،نيسان،أيار،حزيران،تموز،آب،أيلول،تشرين الأول،تشرين الثاني،كانون الأول',
  'januar|jänner،februar،märz|mär|mrz،april،mai،juni،juli،august،september،oktober|okt،november،dezember|dez',
  'janvier|janv،février|févr،mars،avril|avr،mai،juin،juillet|juil،août،septembre،octobre،novembre،décembre|déc',
  'enero|ene،febrero،marzo،abril|abr،mayo،junio،julio،agosto|ago،septiembre،octubre،noviembre،diciembre|dic',
  'janeiro،fevereiro،março،abril،maio،junho،julho،agosto،setembro،outubro،novembro،dezembro',
  'gennaio|gen،febbraio،marzo،aprile،maggio|mag،giugno|giu،luglio|lug،agosto،settembre|set،ottobre|ott،novembre،dicembre',
  'januari،februari،maret،april،mei،juni،juli،agustus|agu،september،oktober،november،desember|des',
];

const BY_NAME = new Map(
  LISTS.flatMap((list) =>
    list.split('،').flatMap((names, i) => names.split('|').map((name) => [name, monthName(i + 1)] as const)),
  ),
);
const NAMES = [...BY_NAME.keys()].toSorted((a, b) => b.length - a.length);
// A name is a whole word; a point may shorten it.
const PATTERN = new RegExp(`(?<![\\p{L}\\p{M}])(${NAMES.join('|')})(?![\\p{L}\\p{M}])\\.?`, 'giu');

/** The same text with month names of other languages in English, their "to" as well, and digits of Arabic and Urdu as plain ones. English stays as it is. */
export function inEnglish(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(PATTERN, (name, bare: string) => BY_NAME.get(bare.toLowerCase()) ?? name)
    .replace(/ (?:تا|إلى|الى|bis|à|a|hasta|até|al|s\/d|hingga) (?=[A-Z][a-z]{2,8}\b)/g, ' to ');
}
