/** A colour token as Office writes it: six upper-case hex digits without the sign. */
export function sixDigits(token: string): string {
  return token.replace('#', '').toUpperCase();
}
