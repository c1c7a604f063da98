/** For each encoding of two bytes a letter, the lead bytes of its commonest letters: kana and the characters of the first level. */
const COMMON: readonly (readonly [string, string, (lead: number) => boolean])[] = [
  ['shift_jis', 'shift_jis', (lead) => (lead >= 0x82 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x97)],
  ['euc-jp', 'euc-jp', (lead) => (lead >= 0xa4 && lead <= 0xa5) || (lead >= 0xb0 && lead <= 0xcf)],
  ['euc-kr', 'euc-kr', (lead) => lead >= 0xb0 && lead <= 0xc8],
  ['gb18030', 'gb18030', (lead) => lead >= 0xb0 && lead <= 0xd7],
  ['big5', 'big5', (lead) => lead >= 0xa4 && lead <= 0xc6],
];
const LEAST = 8;
/** Shares of common letters below this are those of another encoding. */
const COMMONLY = 0.9;

/**
 * The encoding of two bytes a letter that fits all of the bytes and gives common letters nearly alone; undefined where none does. Of several
 * the one that `likely` names first, for that weighs which letters come how often.
 */
export function manyBytes(bytes: Uint8Array, likely: readonly string[]): string | undefined {
  const fits = COMMON.flatMap(([name, label, isCommon]) => {
    if (!decodes(bytes, label)) return [];
    let [letters, common, runs] = [0, 0, 0];
    let before = -2;
    for (let i = 0; i + 1 < bytes.length; i++) {
      const lead = bytes[i] ?? 0;
      if (lead < 0x81) continue;
      letters++;
      if (isCommon(lead)) common++;
      if (before === i - 2) runs++;
      before = i;
      i++;
    }
    // Letters with accents stand alone among plain ones; characters stand together.
    const together = runs * 3 >= letters;
    return letters >= LEAST && together && common >= letters * COMMONLY
      ? [{ name, share: common / letters }]
      : [];
  });
  const rank = (name: string) => {
    const at = likely.indexOf(name);
    return at < 0 ? likely.length : at;
  };
  return fits.toSorted((a, b) => rank(a.name) - rank(b.name) || b.share - a.share)[0]?.name;
}

function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
