import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** The commonest letters of each alphabet: about two thirds of any text in it. */
const ALPHABETS: readonly (readonly [string, string])[] = [
  ['windows-1256', 'اليمنروتهبدةکكسعہےی'],
  ['windows-1251', 'оеаинтсрвлкмдпу'],
  ['koi8-r', 'оеаинтсрвлкмдпу'],
  ['cp866', 'оеаинтсрвлкмдпу'],
  ['windows-1253', 'αοιετσνηυρπκμλς'],
  ['windows-1255', 'יוהלאמרתבשנםדק'],
];
const LATIN = ['windows-1252', 'windows-1250', 'windows-1254', 'windows-1257', 'cp850', 'macintosh'];
/** The standards that chardet names, as Windows writes them. */
const ALSO: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'iso-8859-5': 'windows-1251',
  'iso-8859-6': 'windows-1256',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
};

/** Points of chardet's hundred. */
const LEAD = 4;

/**
 * Which of the 8-bit encodings a text is in. Words wholly of upper bytes are those of another alphabet, told by its commonest letters;
 * in the Latin ones upper bytes stand among plain letters, and a wrong reading shows marks inside of words.
 */
export function eightBit(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = wordsWithUpper(text);
  const foreign = words.filter((word) => word.length > 1 && word.every((byte) => byte > 127));
  return foreign.length * 2 > words.length ? alphabetOf(foreign, bytes) : latinOf(words, bytes);
}

function alphabetOf(words: readonly Buffer[], bytes: Uint8Array): string {
  const likely = chardetNames(bytes)[0];
  let best = { name: 'windows-1252', share: 0.3 };
  for (const [name, common] of ALPHABETS) {
    let found = 0;
    let all = 0;
    for (const word of words) {
      const letters = iconv.decode(word, name);
      if (isOdd(letters)) all += letters.length;
      for (const letter of letters.toLowerCase()) {
        all++;
        if (common.includes(letter)) found++;
      }
    }
    const share = found / all + (name === likely ? 0.15 : 0);
    if (share > best.share) best = { name, share };
  }
  return best.name;
}

function chardetNames(bytes: Uint8Array): string[] {
  return analyse(bytes).map(({ name }) => ALSO[name.toLowerCase()] ?? name.toLowerCase());
}

function latinOf(words: readonly Buffer[], bytes: Uint8Array): string {
  const sure = new Map<string, number>();
  for (const { name, confidence } of analyse(bytes)) {
    const here = ALSO[name.toLowerCase()] ?? name.toLowerCase();
    sure.set(here, Math.max(confidence, sure.get(here) ?? 0));
  }
  // Western Europe's is by far the commonest: a small lead of another one is chance.
  sure.set('windows-1252', (sure.get('windows-1252') ?? 0) + LEAD);
  const order = LATIN.toSorted((a, b) => (sure.get(b) ?? -1) - (sure.get(a) ?? -1));
  let best = { name: 'windows-1252', odd: Number.POSITIVE_INFINITY };
  for (const name of order) {
    const odd = words.filter((word) => isOdd(iconv.decode(word, name))).length;
    // A few words may be odd in any reading; another one has to be clearly better.
    if (odd + words.length * 0.1 < best.odd) best = { name, odd };
  }
  return best.name;
}

/** A mark or a capital inside of a word, or letters of few languages that stand where other encodings have common ones. */
function isOdd(word: string): boolean {
  return /\p{L}[^\p{L}\p{M}’‘'´.-]+\p{L}|\p{Ll}\p{Lu}|[ðþÞđţªº˛ˇ˘˝]|[\u0080-\u009f\ufffd]/u.test(word);
}

/** Runs of letters, plain and upper bytes, that hold an upper one. */
function wordsWithUpper(text: Buffer): Buffer[] {
  const words: Buffer[] = [];
  let from = -1;
  let upper = false;
  for (let i = 0; i <= text.length && words.length < 2000; i++) {
    const byte = text[i] ?? 32;
    if (byte > 127 || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)) {
      if (from < 0) from = i;
      upper ||= byte > 127;
      continue;
    }
    if (upper) words.push(text.subarray(from, i));
    from = -1;
    upper = false;
  }
  return words;
}
