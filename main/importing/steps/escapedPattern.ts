/** A text as a pattern (RE2) that finds it: every sign that is no letter, digit or space is escaped. */
export function escapedPattern(text: string): string {
  return text.replace(/[^\p{L}\p{N}\s]/gu, (sign) => `\\x{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}
