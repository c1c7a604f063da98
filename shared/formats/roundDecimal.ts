/**
 * A finite number with `decimals` digits after the point, half away from zero, rounded on its decimal digits:
 * 1.005 to two decimals is 1.01, because that is what stands in the cell, though the binary number is a little less.
 * Digits only, '.' as the point, '-' in front; zero carries no sign.
 */
export function roundDecimal(value: number, decimals: number): string {
  const { digits, point } = decimalDigits(Math.abs(value));
  const keep = point + decimals;
  let kept = keep < 0 ? '' : digits.slice(0, keep).padEnd(keep, '0');
  const up = keep >= 0 && (digits.charCodeAt(keep) || 48) >= 53; // '5'
  if (up) kept = (BigInt(kept || '0') + 1n).toString().padStart(keep, '0');
  const padded = kept.padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - decimals).replace(/^0+(?=\d)/, '');
  const text = decimals > 0 ? `${whole}.${padded.slice(padded.length - decimals)}` : whole;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** The same as a number. */
export function rounded(value: number, decimals: number): number {
  return Number.isFinite(value) ? Number(roundDecimal(value, decimals)) : value;
}

/** The shortest decimal digits that read back as `value`, and how many of them stand before the point (negative: zeros follow it). */
function decimalDigits(value: number): { digits: string; point: number } {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const point = Number(exponent) + 1;
  if (point >= 0) return { digits, point };
  return { digits: '0'.repeat(-point) + digits, point: 0 };
}
