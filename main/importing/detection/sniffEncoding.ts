import { analyse } from 'chardet';
import iconv from 'iconv-lite';

export interface Encoding {
  /** An iconv name. */
  name: string;
  /** Bytes of the byte order mark. */
  mark: number;
}

/**
 * The encoding of a text file by its first bytes: a byte order mark, the zeros of UTF-16, valid UTF-8, else the likeliest of the 8-bit ones.
 * null: not a text file.
 */
export function sniffEncoding(head: Uint8Array, whole: boolean): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', mark: 2 };
  const sample = head.subarray(0, 65_536);
  const zeros = [0, 0];
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls++;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length * 0.2 && even < sample.length * 0.02) return { name: 'utf-16le', mark: 0 };
  if (even > sample.length * 0.2 && odd < sample.length * 0.02) return { name: 'utf-16be', mark: 0 };
  if (even + odd > 0 || controls > sample.length * 0.02) return null;
  if (isUtf8(head, whole)) return { name: 'utf-8', mark: 0 };
  const likely = analyse(head.subarray(0, 65_536))
    .map((match) => match.name.toLowerCase())
    .find((name) => name.startsWith('windows-125') || name.startsWith('iso-8859'));
  const name = likely ?? 'windows-1252';
  // Windows-1252 holds ISO-8859-1 and the letters that files under that name really carry.
  if (name === 'iso-8859-1' || !iconv.encodingExists(name)) return { name: 'windows-1252', mark: 0 };
  return { name, mark: 0 };
}

function isUtf8(head: Uint8Array, whole: boolean): boolean {
  try {
    // `stream` lets a letter that the sample cuts in two pass.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}
