import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/**
 * The archive's comment is this word and the SHA-256, in hex, of every byte before the comment: the end-of-central-directory
 * record with the comment's length included. So no byte of the file can change unnoticed, the comment's own neither.
 */
const WORD = 'tijarat-sha256:';
export const COMMENT_BYTES = WORD.length + 64;

export function commentOf(sha256: string): Uint8Array {
  return new TextEncoder().encode(WORD + sha256);
}

/** The checksum that the file carries, or null where its end is not such a comment. */
export async function statedChecksum(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size < COMMENT_BYTES) return null;
    const end = new Uint8Array(COMMENT_BYTES);
    await file.read(end, 0, COMMENT_BYTES, size - COMMENT_BYTES);
    const text = new TextDecoder('latin1').decode(end);
    const stated = text.slice(WORD.length);
    return text.startsWith(WORD) && /^[0-9a-f]{64}$/.test(stated) ? stated : null;
  } finally {
    await file.close();
  }
}

/** The checksum worked out from the bytes, whatever the comment says. */
export async function actualChecksum(path: string, signal?: AbortSignal): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return (await hashRange(file, Math.max(0, size - COMMENT_BYTES), signal)).digest('hex');
  } finally {
    await file.close();
  }
}

/** SHA-256 of a whole file. */
export async function fileHash(path: string, signal?: AbortSignal): Promise<string> {
  const file = await open(path, 'r');
  try {
    return (await hashRange(file, (await file.stat()).size, signal)).digest('hex');
  } finally {
    await file.close();
  }
}

async function hashRange(file: FileHandle, end: number, signal?: AbortSignal): Promise<Hash> {
  const hash = createHash('sha256');
  const buffer = new Uint8Array(1 << 20);
  for (let at = 0; at < end; ) {
    signal?.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, end - at), at);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash;
}
