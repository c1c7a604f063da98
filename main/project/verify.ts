import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import { readContainer } from './container/readContainer.ts';

export interface Verified {
  parts: number;
  bytes: number;
  /** The version of the program that wrote the file. */
  program: string;
  formatVersion: number;
}

/** Checks every byte of a project's file: the checksum over the whole, and each part's own. Throws the Problem that it finds. */
export async function verify(path: string, signal?: AbortSignal): Promise<Verified> {
  const container = await readContainer(path, signal);
  try {
    let bytes = 0;
    for (const [part, { sha256 }] of Object.entries(container.manifest.parts)) {
      signal?.throwIfAborted();
      const hash = createHash('sha256');
      const sink = new WritableStream<Uint8Array>({
        write(chunk) {
          hash.update(chunk);
          bytes += chunk.length;
        },
      });
      await container.entries.get(part)?.getData(sink, { checkSignature: true });
      if (hash.digest('hex') !== sha256) {
        throw new Problem({
          code: 'project.damaged',
          message: `The project's file has changed since it was saved: ${part} is damaged.`,
          remedy: 'Open the version before it (the file with .bak added to its name), or a copy.',
          place: { file: basename(path) },
        });
      }
    }
    return {
      parts: container.entries.size,
      bytes,
      program: container.manifest.program,
      formatVersion: container.manifest.version,
    };
  } finally {
    await container.close();
  }
}
