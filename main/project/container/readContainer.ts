import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FileEntry, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { Problem } from '../../../shared/contract/problem.ts';
import { FORMAT_VERSION } from '../../../shared/model/document.ts';
import { actualChecksum, statedChecksum } from './checksum.ts';
import { MANIFEST, Manifest } from './manifest.ts';
import { FileReader, FileWriter } from './zipFile.ts';

// A project comes from anywhere: what it may ask of this machine is bounded before anything is unpacked.
const ENTRY_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,4}$/;
const MOST_ENTRIES = 20_000;
const MOST_JSON_BYTES = 64 * 2 ** 20;
const MOST_PART_BYTES = 64 * 2 ** 30;
const MOST_RATIO = 1100; // deflate itself reaches 1032

/** An open `.tijarat` whose every byte has been found to be as it was written. Close it. */
export interface Container {
  readonly path: string;
  readonly checksum: string;
  readonly manifest: Manifest;
  readonly entries: ReadonlyMap<string, FileEntry>;
  /** A JSON part, its hash checked. */
  json(name: string): Promise<unknown>;
  /** Unpacks a part into a file, its hash checked. */
  extract(name: string, to: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a container and checks the checksum of the whole file, then names, sizes and the manifest.
 * Problems: project.missing, project.not-a-project, project.damaged (naming the part where it is known), project.too-large, project.newer-version.
 */
export async function readContainer(path: string, signal?: AbortSignal): Promise<Container> {
  const name = basename(path);
  const file = await open(path, 'r').catch((cause) => {
    throw missing(name, cause);
  });
  try {
    const head = new Uint8Array(4);
    await file.read(head, 0, 4, 0);
    const reader = new ZipReader(new FileReader(file));
    const entries = await listEntries(reader, name).catch((error) => {
      throw error instanceof Problem
        ? error
        : head[0] === 0x50 && head[1] === 0x4b
          ? damaged(name, 'its table of contents cannot be read', error)
          : notAProject(name, error);
    });
    const unpack = async (part: string) => {
      const entry = entries.get(part);
      if (!entry) throw damaged(name, `${part} is missing`);
      if (entry.uncompressedSize > MOST_JSON_BYTES) throw tooLarge(name, part);
      try {
        return await entry.getData(new Uint8ArrayWriter(), { checkSignature: true });
      } catch (cause) {
        throw damaged(name, `${part} is damaged`, cause);
      }
    };
    if (!entries.has(MANIFEST)) throw notAProject(name);
    const manifest = readManifest(await unpack(MANIFEST), name);
    const check = (part: string, sha256: string) => {
      if (manifest.parts[part]?.sha256 !== sha256) throw damaged(name, `${part} is damaged`);
    };
    const container: Container = {
      path,
      checksum: (await statedChecksum(path)) ?? '',
      manifest,
      entries,
      async json(part) {
        const bytes = await unpack(part);
        check(part, createHash('sha256').update(bytes).digest('hex'));
        return parseJson(bytes, name, part);
      },
      async extract(part, to) {
        const entry = entries.get(part);
        if (!entry) throw damaged(name, `${part} is missing`);
        const target = await open(to, 'w');
        const hash = createHash('sha256');
        try {
          await entry.getData(new FileWriter(target, (bytes) => hash.update(bytes)), {
            checkSignature: true,
            ...(signal && { signal }),
          });
        } catch (cause) {
          signal?.throwIfAborted();
          throw isDiskError(cause) ? cause : damaged(name, `${part} is damaged`, cause);
        } finally {
          await target.close();
        }
        check(part, hash.digest('hex'));
      },
      async close() {
        await reader.close();
        await file.close();
      },
    };
    if (container.checksum !== (await actualChecksum(path, signal))) throw await findDamage(container, name);
    for (const part of Object.keys(manifest.parts))
      if (!entries.has(part)) throw damaged(name, `${part} is missing`);
    for (const part of entries.keys())
      if (part !== MANIFEST && !Object.hasOwn(manifest.parts, part))
        throw damaged(name, `${part} is not named in its manifest`);
    return container;
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function listEntries(
  reader: ZipReader<unknown>,
  file: string,
): Promise<ReadonlyMap<string, FileEntry>> {
  const entries = new Map<string, FileEntry>();
  for await (const entry of reader.getEntriesGenerator()) {
    const { filename } = entry;
    if (entry.directory || entry.encrypted || !ENTRY_NAME.test(filename) || filename.includes('..')) {
      throw damaged(file, `it holds an entry that no project has (${JSON.stringify(filename.slice(0, 80))})`);
    }
    if (entries.has(filename)) throw damaged(file, `${filename} is in it twice`);
    if (entries.size >= MOST_ENTRIES) throw tooLarge(file, `more than ${MOST_ENTRIES} parts`);
    const { compressedSize, uncompressedSize } = entry;
    if (uncompressedSize > MOST_PART_BYTES || uncompressedSize > (compressedSize + 1) * MOST_RATIO) {
      throw tooLarge(file, filename);
    }
    entries.set(filename, entry);
  }
  return entries;
}

function readManifest(bytes: Uint8Array, file: string): Manifest {
  const parsed = Manifest.safeParse(parseJson(bytes, file, MANIFEST));
  if (!parsed.success) {
    throw damaged(file, `${MANIFEST} is not as it should be (${parsed.error.issues[0]?.message ?? ''})`);
  }
  if (parsed.data.minReader > FORMAT_VERSION) throw newerVersion(parsed.data, file);
  return parsed.data;
}

export function newerVersion({ program, version }: Manifest, file: string): Problem {
  return new Problem({
    code: 'project.newer-version',
    message: `The project was written by a newer Tijarat (${program}) in format ${version}; this program reads formats up to ${FORMAT_VERSION}.`,
    remedy: 'Open it with a newer Tijarat, or ask for a copy saved in an older format.',
    place: { file },
  });
}

/** JSON from a file. A key `__proto__` is never ours, and must not reach an object that something merges. */
function parseJson(bytes: Uint8Array, file: string, part: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (key, value) => {
      if (key === '__proto__') throw new Error('a forbidden key');
      return value as unknown;
    });
  } catch (cause) {
    throw damaged(file, `${part} is not readable JSON`, cause);
  }
}

/** The whole file's checksum is wrong: say which part suffered, where that can be told. */
async function findDamage(container: Container, file: string): Promise<Problem> {
  for (const [part, { sha256 }] of Object.entries(container.manifest.parts)) {
    const hash = createHash('sha256');
    try {
      const sink = new WritableStream<Uint8Array>({ write: (bytes) => void hash.update(bytes) });
      await container.entries.get(part)?.getData(sink, { checkSignature: true });
    } catch (cause) {
      return damaged(file, `${part} is damaged`, cause);
    }
    if (hash.digest('hex') !== sha256) return damaged(file, `${part} is damaged`);
  }
  return damaged(file, 'the archive around its parts is damaged');
}

function notAProject(file: string, cause?: unknown): Problem {
  return new Problem(
    {
      code: 'project.not-a-project',
      message: 'This is not a Tijarat project.',
      remedy: 'A table (CSV, XLSX) is imported into a project instead.',
      place: { file },
    },
    { cause },
  );
}

function missing(file: string, cause: unknown): Problem {
  return new Problem(
    {
      code: 'project.missing',
      message: 'The file cannot be opened.',
      remedy: 'See whether it is still there and whether you may read it.',
      place: { file },
    },
    { cause },
  );
}

function damaged(file: string, words: string, cause?: unknown): Problem {
  return new Problem(
    {
      code: 'project.damaged',
      message: `The project's file has changed since it was saved: ${words}.`,
      remedy: `Open the version before it (${file}.bak, beside it), or a copy.`,
      place: { file },
    },
    { cause },
  );
}

function tooLarge(file: string, part: string): Problem {
  return new Problem({
    code: 'project.too-large',
    message: `The project's file would unpack to more than this program allows (${part}).`,
    remedy: 'It was not made by Tijarat, or not as it is now. Ask whoever sent it.',
    place: { file },
  });
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(ENOSPC|EDQUOT|EIO|EROFS)$/.test(String(error.code));
}
