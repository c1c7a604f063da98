import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export interface FileFacts {
  sha256: string;
  /** Lines that end in LF or CR LF, and the last one; null where a lone CR stands in the file, which readers take differently. */
  lines: number | null;
}

const LF = 10;
const CR = 13;

/** What one pass over a file's bytes tells of it. */
export async function fileFacts(path: string, signal: AbortSignal): Promise<FileFacts> {
  const hash = createHash('sha256');
  let lines = 0;
  let loneReturn = false;
  let last = LF;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    const bytes = chunk as Buffer;
    hash.update(bytes);
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] ?? 0;
      if (byte === LF) lines++;
      else if (last === CR) loneReturn = true;
      last = byte;
    }
  }
  if (last === CR) loneReturn = true;
  return {
    sha256: hash.digest('hex'),
    lines: loneReturn ? null : last === LF ? lines : lines + 1,
  };
}
