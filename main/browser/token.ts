import { randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, usable in an address and as the name of a WebSocket protocol. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text is the token, in a time that does not tell how much of it is right. */
export function isToken(token: string, given: string | undefined): boolean {
  const [expected, actual] = [Buffer.from(token), Buffer.from(given ?? '')];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
