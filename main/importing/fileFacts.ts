import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { UpperLines } from './readers/upperLines.ts';

export interface FileFacts {
  sha256: string;
  /** Lines that end in LF or CR LF, and the last one; null where a lone CR stands in the file, which readers take differently. */
  lines: number | null;
  /** Bytes of the longest line, as far as LF ends it. */
  longest: number;
  /** Of a text, lines with letters beyond ASCII, for who doubts its encoding; absent where there are none. */
  upperLines?: Uint8Array;
}

const LF = 10;
const CR = 13;

const READ_BYTES = 1 << 20;

/** What one pass over a file's bytes tells of it. */
export async function fileFacts(path: string, signal: AbortSignal): Promise<FileFacts> {
  const hash = createHash('sha256');
  let lines = 0;
  let longest = 0;
  // Where the line that is being read began, counted from the start of the bytes at hand.
  let began = 0;
  let loneReturn = false;
  let last = LF;
  const upper = new UpperLines();
  const handle = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, READ_BYTES);
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, bytesRead);
      hash.update(bytes);
      upper.look(bytes, true);
      for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
        lines++;
        if (at - began > longest) longest = at - began;
        began = at + 1;
      }
      began -= bytesRead;
      // Few files hold a CR at all: only those are looked at byte by byte.
      if (last === CR || bytes.includes(CR)) loneReturn ||= hasLoneReturn(bytes, last);
      last = bytes.at(-1) ?? last;
    }
  } finally {
    await handle.close();
  }
  if (last === CR) loneReturn = true;
  upper.end();
  const { text } = upper;
  return {
    sha256: hash.digest('hex'),
    lines: loneReturn ? null : last === LF ? lines : lines + 1,
    longest: Math.max(longest, -began),
    ...(text && { upperLines: text }),
  };
}

function hasLoneReturn(bytes: Uint8Array, before: number): boolean {
  let last = before;
  for (const byte of bytes) {
    if (last === CR && byte !== LF) return true;
    last = byte;
  }
  return false;
}
