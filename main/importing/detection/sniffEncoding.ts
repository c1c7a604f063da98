import { isAscii } from 'node:buffer';
import { analyse } from 'chardet';
import { eightBit } from './eightBit.ts';
import { manyBytes } from './manyBytes.ts';

export interface Encoding {
  /** An iconv name. */
  name: string;
  /** Bytes of the byte order mark. */
  mark: number;
}

/** Longest first: the mark of UTF-16 begins that of UTF-32. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const MANY_BYTES = ['Shift_JIS', 'EUC-JP', 'EUC-KR', 'GB18030', 'Big5'];
const SAMPLE = 65_536;

/**
 * The encoding of a text file by its first bytes: a byte order mark, the zeros of UTF-16, valid UTF-8, else the likeliest of those without any
 * mark of their own. null: not a text file.
 */
export function sniffEncoding(head: Uint8Array, whole: boolean): Encoding | null {
  for (const [name, mark] of MARKS) {
    if (mark.every((byte, i) => head[i] === byte)) return { name, mark: mark.length };
  }
  const sample = head.subarray(0, SAMPLE);
  const zeros = [0, 0];
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
    else if (isStrange(byte)) controls++;
  }
  const [even = 0, odd = 0] = zeros;
  // Digits, delimiters and line ends of UTF-16 have a zero beside them, whatever the alphabet.
  if (odd > sample.length * 0.04 && even * 20 < odd) return { name: 'utf-16le', mark: 0 };
  if (even > sample.length * 0.04 && odd * 20 < even) return { name: 'utf-16be', mark: 0 };
  if (even + odd > 0 || controls > sample.length * 0.02) return null;
  if (isUtf8(head, whole)) return { name: 'utf-8', mark: 0 };
  const ranked = analyse(sample);
  const likely = ranked.filter(({ name }) => MANY_BYTES.includes(name));
  const [first] = likely;
  const found = manyBytes(
    sample,
    likely.map(({ name }) => name.toLowerCase()),
  );
  if (found) return { name: found, mark: 0 };
  // Longer texts show by their commonest letters what the lead bytes leave open.
  if (first && first.confidence >= 80 && ranked[0] === first)
    return { name: first.name.toLowerCase(), mark: 0 };
  return { name: eightBit(sample), mark: 0 };
}

/** Controls that no text holds. Those that part fields and records (SOH, FS, GS, RS, US) do stand in exports of databases. */
function isStrange(byte: number): boolean {
  return byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 1 && byte < 27;
}

/** Valid UTF-8, or so nearly that the odd byte is a slip: no other encoding makes many sequences of it by chance. */
function isUtf8(head: Uint8Array, whole: boolean): boolean {
  // Told twenty times as fast as by decoding.
  if (isAscii(head)) return true;
  try {
    // `stream` lets a letter that the sample cuts in two pass.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !whole });
    return true;
  } catch {
    const text = new TextDecoder('utf-8').decode(head);
    let slips = 0;
    let letters = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0xfffd) slips++;
      else if (code > 127) letters++;
    }
    return letters > slips * 10;
  }
}
