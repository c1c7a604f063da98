import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type TransformCallback, Writable } from 'node:stream';
import { tooLarge } from '../problems.ts';
import { UNPACK } from './archiveParts.ts';

/** What one archive may unpack to, in bytes. */
export const MOST_UNPACKED = 8 * 2 ** 30;
/** Tables shrink to a hundredth at best; a bomb to a thousandth. Small files are let through whatever they shrink by. */
const MOST_RATIO = 400;
const RATIO_FROM = 64 * 2 ** 20;

/** A file of ours in `folder`: a name found in an archive is never a path. */
let count = 0;
export function unpackedPath(folder: string): string {
  return join(folder, `unpacked-${++count}`);
}

/** Lets bytes pass up to what is reasonable for `packed` bytes of archive. Problem: import.too-large. */
export function bounded(file: string, packed: number): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      passed += chunk.length;
      if (passed > MOST_UNPACKED)
        done(tooLarge(file, `It unpacks to more than ${MOST_UNPACKED / 2 ** 30} GB.`, UNPACK));
      else if (passed > RATIO_FROM && passed > packed * MOST_RATIO)
        done(tooLarge(file, `It unpacks to more than ${MOST_RATIO} times its size.`, UNPACK));
      else done(null, chunk);
    },
  });
}

/** A bounded web stream into the file at `to`; `finished` resolves once it is written, or rejects with the problem, or once it is given up. */
export function boundedFile(
  to: string,
  file: string,
  packed: number,
): { stream: WritableStream<Uint8Array>; finished: Promise<void>; giveUp(): void } {
  const gate = bounded(file, packed);
  const target = createWriteStream(to);
  let giveUp = () => {};
  const finished = new Promise<void>((resolve, reject) => {
    const end = (error: unknown) => {
      gate.destroy();
      target.destroy();
      reject(error);
    };
    giveUp = () => end(new Error('given up'));
    target.once('finish', resolve);
    target.once('error', end);
    gate.once('error', end);
  });
  // Whoever waits hears of a failure; until then it is nobody's.
  finished.catch(() => undefined);
  gate.pipe(target);
  return { stream: Writable.toWeb(gate) as WritableStream<Uint8Array>, finished, giveUp };
}

/** Takes away what a failed unpacking left. */
export async function dropUnpacked(path: string): Promise<void> {
  await rm(path, { force: true });
}
