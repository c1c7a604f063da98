import { isAscii } from 'node:buffer';

const LF = 10;
const MOST_BYTES = 64 * 1024;
/** So much of a line is kept before and after a letter beyond ASCII. */
const REACH = 2048;
const BLOCK = 4096;

/** Of a text that is plain ASCII almost throughout, the lines that are not: they tell its encoding. Some are enough. */
export class UpperLines {
  readonly #parts: Buffer[] = [];
  #bytes = 0;
  /** The line in which the last stretch ended. */
  #begun: Buffer = Buffer.alloc(0);

  /** The lines that were met, as a text; undefined where all was ASCII. */
  get text(): Uint8Array | undefined {
    return this.#bytes === 0 ? undefined : Buffer.concat(this.#parts);
  }

  /** Looks at a stretch of the file: the one that follows the last, or another, which may begin inside of a line. */
  look(bytes: Buffer, follows: boolean): void {
    if (this.#bytes >= MOST_BYTES) return;
    const before = follows ? this.#begun : this.#begun.subarray(0, 0);
    const lastEnd = bytes.lastIndexOf(LF);
    const begun = lastEnd < 0 ? Buffer.concat([before, bytes]) : bytes.subarray(lastEnd + 1);
    this.#begun = Buffer.from(begun.subarray(-REACH));
    if (isAscii(bytes) && isAscii(before)) return;
    const all = Buffer.concat([before, bytes]);
    this.#take(all, follows ? 0 : bytes.indexOf(LF) + 1, all.length - this.#begun.length);
  }

  /** The last stretch ended where the file does. */
  end(): void {
    this.#take(this.#begun, 0, this.#begun.length);
  }

  #take(bytes: Buffer, from: number, to: number): void {
    for (let at = from; this.#bytes < MOST_BYTES; ) {
      const upper = firstUpper(bytes, at, to);
      if (upper < 0) return;
      const end = bytes.indexOf(LF, upper);
      const line = bytes.subarray(
        Math.max(at, bytes.lastIndexOf(LF, upper) + 1, upper - REACH),
        Math.min(end < 0 ? bytes.length : end, upper + REACH),
      );
      // What is put before it keeps two letters from being taken for a byte order mark.
      this.#parts.push(Buffer.from('\n'), Buffer.from(line));
      this.#bytes += line.length + 1;
      at = line.byteOffset - bytes.byteOffset + line.length;
    }
  }
}

function firstUpper(bytes: Buffer, from: number, to: number): number {
  for (let block = from; block < to; block += BLOCK) {
    const end = Math.min(to, block + BLOCK);
    if (isAscii(bytes.subarray(block, end))) continue;
    for (let at = block; at < end; at++) if ((bytes[at] ?? 0) > 127) return at;
  }
  return -1;
}
