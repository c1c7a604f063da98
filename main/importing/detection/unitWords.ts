const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(us ?\$|usd|us dollars?|u\.?s\.? dollars?|dollars?|\$)$/, 'US$'],
  [/^(pkr|rs\.?|rupees?|pak(istan)?i? rupees?|₨)$/, 'Rs'],
  [/^(inr|₹|indian rupees?)$/, '₹'],
  [/^(eur|euros?|€)$/, '€'],
  [/^(gbp|£|pounds?( sterling)?)$/, '£'],
  [/^(jpy|yen|¥)$/, '¥'],
  [/^(bdt|tk\.?|taka|৳)$/, 'Tk'],
  [/^(lkr|sri lankan? rupees?)$/, 'LKR'],
  [/^(cny|rmb|yuan)$/, 'CNY'],
  [/^(aed|dirhams?|dhs?\.?)$/, 'AED'],
  [/^(sar|riyals?)$/, 'SAR'],
  [/^(php|pesos?)$/, 'PHP'],
  [/^(sdrs?|xdr)$/, 'SDR'],
  [/^(myr|rm|ringgit)$/, 'MYR'],
  ...[
    'qar',
    'omr',
    'kwd',
    'bhd',
    'idr',
    'vnd',
    'thb',
    'krw',
    'aud',
    'chf',
    'npr',
    'egp',
    'kes',
    'ngn',
    'sgd',
    'hkd',
    'nzd',
  ].map((code) => [new RegExp(`^${code}$`), code.toUpperCase()] as const),
];
const SCALES: readonly (readonly [RegExp, string])[] = [
  [/^(thousands?|'000s?|000s?'?|000's|1000|th|thsd|tsd\.?|k)$/, 'thousand'],
  [/^(lakhs?|lacs?)$/, 'lakh'],
  [/^(millions?|mill\.?|mil\.|mn|mln|mio|m)$/, 'million'],
  [/^(crores?|cr\.?)$/, 'crore'],
  [/^(billions?|bn|bln|b)$/, 'billion'],
  [/^(trillions?|tn|trn)$/, 'trillion'],
];
const PERCENT = /^(%|per cent|percent|percentage|pct|pc)$/;
/** Words that stand beside a unit and say nothing of it. */
const FILLERS = new Set(
  'in of the unit units value values figures amount amounts current constant prices at all are and fob cif bop'.split(
    ' ',
  ),
);
/** Letters that are a scale only beside a currency: alone they are a column called "m". */
const SHORT = /^(m|b|k|th|cr\.?|1000)$/;

/** "100 million yen": no scale that is known here, and no million. */
const MULTIPLE = /(^|[^\d.,])(10|100)[ ,]*(thousand|million|crore|billion|mn|bn)/i;
/** "USDm" and "MUSD" are two words, "1 000" is one. */
const JOINED: readonly (readonly [RegExp, string])[] = [
  [/\b(usd|eur|gbp|pkr|inr|us\$|rs)(m|mn|bn|k)\b/g, '$1 $2'],
  [/\b(m|k)(usd|eur|gbp)\b/g, '$1 $2'],
  [/(^|[^\d.,])1[ ,.]?000(?![\d.,])/g, '$1 1000'],
];

/** The unit that a phrase names and nothing but it: "Million US$", "in US $ million", "Rs. billion", "'000 US dollars", "% of GDP". */
export function unitOfPhrase(phrase: string): string | undefined {
  const clean = phrase
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s*\((p|r|e|provisional|revised)\)\s*$/i, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
  if (MULTIPLE.test(clean)) return undefined;
  if (/^(%|per ?cent|percent)( |$)/.test(clean)) return '%';
  const words = wordsOf(clean);
  if (words.length === 0 || words.length > 12) return undefined;
  const unit = unitOfWords(words);
  return unit.unknown > 0 ? undefined : unit.words;
}

/** A unit that stands anywhere in a name: value_usd_mn, "Exports, US$ million". */
export function unitWithin(name: string): string | undefined {
  if (MULTIPLE.test(name)) return undefined;
  if (/%/.test(name) || /(^|[^a-z])(pct|percent|per cent)([^a-z]|$)/i.test(name)) return '%';
  return unitOfWords(wordsOf(name.toLowerCase().replace(/_/g, ' '))).words;
}

/** The unit that a title tells in brackets, after "in", or as all it says: "Exports of services (Million US$)". */
export function unitOfTitle(title: string): string | undefined {
  const inside = [...title.matchAll(/[([]([^()[\]]{1,60}(?:\([PRE]\))?)[)\]]/gi)].map(
    ([, words = '']) => words,
  );
  const after = /\b(?:in|units?\s*:?|values?\s*:)\s+([^,;()]{2,40})$/i.exec(title)?.[1];
  for (const phrases of [inside, [title, ...(after === undefined ? [] : [after])]]) {
    const units = phrases.flatMap(unitsOfPhrase);
    // "Rs" and "million" of "Rs. in million" are halves: what names both says more.
    const whole = units.find((unit) => unit.includes(' ')) ?? units[0];
    if (whole !== undefined) return whole;
  }
  return undefined;
}

/** The units of a phrase, of its parts, and of what follows each comma: "exports, US$, million". */
function unitsOfPhrase(phrase: string): string[] {
  if (MULTIPLE.test(phrase)) return [];
  const parts = phrase.split(/[,;:]/);
  const ends = parts.map((_, i) => parts.slice(i).join(' '));
  return [phrase, ...ends, ...parts].flatMap((part) => unitOfPhrase(part) ?? []);
}

/** A word or mark that stands beside figures in their cells: "US$", "Rs", "million". */
export function isUnitMark(text: string): boolean {
  const words = wordsOf(text.toLowerCase());
  const unit = unitOfWords(words);
  return words.length > 0 && unit.unknown === 0 && unit.words !== undefined;
}

function wordsOf(text: string): string[] {
  return JOINED.reduce(
    (joined, [pattern, by]) => joined.replace(pattern, by),
    text.replace(/[\u2018\u2019]/g, "'"),
  )
    .replace(/us ?\$|u\.s\.? ?\$/g, ' usd ')
    .replace(/([$€£¥₹₨৳%])/g, ' $1 ')
    .replace(
      /(us|u\.s\.|indian|pakistani?|sri lankan?) (dollars?|rupees?)/g,
      (_, land: string, money: string) => `${land}_${money}`,
    )
    .replace(/pounds? sterling/g, 'gbp')
    .split(/[\s,/()[\]:;-]+/)
    .map((word) => word.replaceAll('_', ' ').replace(/^(mio|mn|mln|bn|bln|th)\.$/, '$1'))
    .filter((word) => word !== '' && word !== '.');
}

function unitOfWords(words: readonly string[]): { words: string | undefined; unknown: number } {
  let currency = '';
  let scale = '';
  let percent = false;
  let unknown = 0;
  const short = words.filter((word) => SHORT.test(word));
  for (const word of words) {
    const money = CURRENCIES.find(([pattern]) => pattern.test(word))?.[1];
    const size = SHORT.test(word) ? undefined : SCALES.find(([pattern]) => pattern.test(word))?.[1];
    if (money) currency = money;
    else if (size) scale = size;
    else if (PERCENT.test(word)) percent = true;
    else if (!FILLERS.has(word) && !SHORT.test(word) && !isBaseYear(word, words)) unknown++;
  }
  // A short scale counts right beside its currency.
  if (scale === '' && currency !== '' && new Set(short).size === 1)
    scale = SCALES.find(([pattern]) => pattern.test(short[0] ?? ''))?.[1] ?? '';
  else unknown += short.length;
  if (percent && currency === '' && scale === '') return { words: '%', unknown };
  const unit = [currency, scale].filter((part) => part !== '').join(' ');
  return { words: unit === '' ? undefined : unit, unknown };
}

/** The year of "constant 2015 US$". */
function isBaseYear(word: string, words: readonly string[]): boolean {
  return /^(19|20)\d\d$/.test(word) && words.some((other) => other === 'constant' || other === 'prices');
}
