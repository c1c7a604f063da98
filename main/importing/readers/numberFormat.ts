/** What a spreadsheet's number format says of a figure beyond how many decimals it shows. */
export interface FormatSense {
  percent: boolean;
  /** What the shown figure is divided by: 1,000,000 for `0.0,,`. */
  divisor: number;
  /** The currency that it shows; '' for none. */
  currency: string;
}

const CURRENCY = /US\$|[$€£¥₹₨]|\bRs\.?|\bPKR\b|\bUSD\b|\bEUR\b/i;
const senses = new Map<string, FormatSense | null>();

/** Null for formats that say nothing, dates and texts among them. The part for positive figures counts. */
export function formatSense(format: string | undefined): FormatSense | null {
  if (format === undefined || format === 'General' || format === '@') return null;
  const known = senses.get(format);
  if (known !== undefined) return known;
  const [positive = ''] = format.split(';');
  const symbols = [...positive.matchAll(/\[\$([^\]-]*)[^\]]*\]|"([^"]*)"|\\(.)/g)].map(
    ([, a, b, c]) => a ?? b ?? c ?? '',
  );
  const bare = positive.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '');
  const commas = /[0#?](,+)(?![0#?,])/.exec(bare)?.[1]?.length ?? 0;
  const sense: FormatSense = {
    percent: bare.includes('%'),
    divisor: 1000 ** commas,
    currency: CURRENCY.exec([...symbols, bare].join(' '))?.[0] ?? '',
  };
  const found = /[0#?]/.test(bare) && (sense.percent || commas > 0 || sense.currency !== '') ? sense : null;
  senses.set(format, found);
  return found;
}

/** A figure as the sheet means it, at full precision: 0.1234567 under `0.0%` is "12.34567%". */
export function figureText(value: number, sense: FormatSense | null): string {
  // 15 digits are what a spreadsheet keeps: more would show how binary fractions multiply.
  return sense?.percent ? `${Number((value * 100).toPrecision(15))}%` : String(value);
}
