import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContainer } from '../../../main/project/container/readContainer.ts';
import { type PartSource, writeContainer } from '../../../main/project/container/writeContainer.ts';
import { openProject } from '../../../main/project/loadProject.ts';
import { verify } from '../../../main/project/verify.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { FORMAT_VERSION } from '../../../shared/model/document.ts';
import { editorOf, projectWithRows, testEnvironment, testFolder } from './support/makeProject.ts';

async function saved(folder: string): Promise<{ path: string; bytes: Buffer }> {
  const project = await projectWithRows(testEnvironment(join(folder, 'user')));
  const path = join(folder, 'exports.tijarat');
  await project.save({ path });
  await project.close({ keepJournal: false });
  return { path, bytes: await readFile(path) };
}

const refused = /^project\.(damaged|not-a-project|too-large|newer-version)$/;

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Problem) return error;
  throw new Error(`expected a Problem, got ${String(error)}`, { cause: error });
}

test('any changed byte is noticed, wherever it is', async () => {
  const folder = await testFolder();
  const { bytes } = await saved(folder);
  const damaged = join(folder, 'damaged.tijarat');
  const flip = async (at: number, by: number) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ by;
    await writeFile(damaged, copy);
    expect((await problemOf(verify(damaged))).code, `byte ${at} ^ ${by}`).toMatch(refused);
  };
  // The ends of the file, where headers, the directory and the checksum stand, byte by byte; the rest by chance.
  for (let at = 0; at < 64; at++) await flip(at, 1);
  for (let at = bytes.length - 120; at < bytes.length; at++) await flip(at, 0x20);
  await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), flip), {
    numRuns: 150,
  });
});

test('a damaged part is named, and nothing is opened', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const { path, bytes } = await saved(folder);
  const at = bytes.indexOf('PAR1'); // Parquet begins so; it is stored as it is
  bytes[at + 100] = (bytes[at + 100] ?? 0) ^ 0xff;
  await writeFile(path, bytes);
  const problem = await problemOf(openProject(environment, path));
  expect(problem).toMatchObject({ code: 'project.damaged', place: { file: 'exports.tijarat' } });
  expect(problem.message).toContain('tables/exports.parquet');
});

test('a truncated file, an empty one and one of another kind are refused in words', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const { path, bytes } = await saved(folder);
  for (const length of [bytes.length - 1, bytes.length - 100, Math.floor(bytes.length / 2), 100]) {
    await truncate(path, length);
    expect((await problemOf(openProject(environment, path))).code).toBe('project.damaged');
  }
  const other = join(folder, 'other.tijarat');
  for (const content of ['', 'month,value\n2025-03,342\n']) {
    await writeFile(other, content);
    expect((await problemOf(openProject(environment, other))).code).toBe('project.not-a-project');
  }
  expect((await problemOf(openProject(environment, join(folder, 'none.tijarat')))).code).toBe(
    'project.missing',
  );
});

/** The parts of a project, rewritten under another manifest or document. */
async function rewrite(
  path: string,
  to: string,
  manifest: Partial<{ version: number; minReader: number; program: string }>,
  change: (document: Record<string, unknown>) => unknown = (document) => document,
): Promise<void> {
  const from = await readContainer(path);
  const document = (await from.json('document.json')) as Record<string, unknown>;
  await writeContainer(
    to,
    { version: 1, minReader: 1, program: '9.9.0', sequence: 3, ...manifest },
    new Map<string, PartSource>([
      ...[...from.entries.keys()]
        .filter((name) => name !== 'manifest.json')
        .map((name) => [name, { from }] as const),
      ['document.json', { json: change(document) }] as const,
    ]),
  );
  await from.close();
}

test('a newer format that may be read opens read-only; one that may not is refused with its version', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const { path } = await saved(folder);
  const readable = join(folder, 'readable.tijarat');
  await rewrite(path, readable, { version: FORMAT_VERSION + 1 }, (document) => ({
    ...document,
    forecasts: [],
  }));
  const project = await openProject(environment, readable);
  expect(project.status().readOnly).toContain('9.9.0');
  expect(project.document.tables[0]?.rowCount).toBe(24);
  await expect(editorOf(project).run('updateProject', { change: { title: 'x' } })).rejects.toMatchObject({
    code: 'project.read-only',
  });
  await project.close({ keepJournal: false });

  const newest = FORMAT_VERSION + 2;
  const closed = join(folder, 'closed.tijarat');
  await rewrite(path, closed, { version: newest, minReader: newest });
  const problem = await problemOf(openProject(environment, closed));
  expect(problem.code).toBe('project.newer-version');
  expect(problem.message).toContain('9.9.0');
  expect(problem.message).toContain(`format ${newest}`);
});

test('a newer file that holds more than new fields is said to be newer, not to be damaged', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const { path } = await saved(folder);
  const newer = join(folder, 'newer.tijarat');
  await rewrite(path, newer, { version: FORMAT_VERSION + 1 }, (document) => ({
    ...document,
    tables: (document['tables'] as object[]).map((table) => ({
      ...table,
      builtFrom: { tables: ['a'], recipe: [{ step: 'foretell', months: 3 }], builtAt: 1 },
    })),
  }));
  const problem = await problemOf(openProject(environment, newer));
  expect(problem.code).toBe('project.newer-version');
  expect(problem.message).toContain('9.9.0');
});

test('a file of format 1 opens, can be changed, and is saved in the format of today, which a program of format 1 refuses in words', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const { path } = await saved(folder);
  const old = join(folder, 'old.tijarat');
  await rewrite(path, old, { program: '0.1.0' });
  const project = await openProject(environment, old);
  expect(project.status().readOnly).toBeUndefined();
  await editorOf(project).run('updateProject', { change: { title: 'Kept' } });
  await project.save();
  await project.close({ keepJournal: false });
  const { manifest, close } = await readContainer(old);
  await close();
  expect(manifest.version).toBe(FORMAT_VERSION);
  // What a program of format 1 looks at before anything else.
  expect(manifest.minReader).toBeGreaterThan(1);
});

test('a document that does not fit the schema is refused, naming the place', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const { path } = await saved(folder);
  const bad = join(folder, 'bad.tijarat');
  await rewrite(path, bad, {}, (document) => ({ ...document, fiscalYearStart: 13 }));
  const problem = await problemOf(openProject(environment, bad));
  expect(problem.code).toBe('project.bad-document');
  expect(problem.message).toContain('fiscalYearStart');
  const polluting = join(folder, 'polluting.tijarat');
  await rewrite(path, polluting, {}, (document) => ({
    ...document,
    colours: JSON.parse('{"item": {"__proto__": 1}}'),
  }));
  expect((await problemOf(openProject(environment, polluting))).code).toBe('project.damaged');
});

test('entries whose names lead out of the archive, or that unpack beyond measure, are refused', async () => {
  const folder = await testFolder();
  const archive = async (entries: [string, Uint8Array<ArrayBuffer>][]) => {
    const zip = new ZipWriter(new Uint8ArrayWriter());
    for (const [name, bytes] of entries) await zip.add(name, new Uint8ArrayReader(bytes));
    const path = join(folder, 'hostile.tijarat');
    await writeFile(path, await zip.close());
    return path;
  };
  for (const name of ['../evil.json', 'tables/../../evil', '/etc/passwd', 'C:\\evil', 'a//b', '.hidden']) {
    const path = await archive([[name, new Uint8Array(3)]]);
    expect((await problemOf(verify(path))).code, name).toBe('project.damaged');
  }
  const bomb = await archive([['document.json', new Uint8Array(70 * 2 ** 20)]]);
  expect((await problemOf(verify(bomb))).code).toMatch(/project\.(too-large|not-a-project)/);
});

test('parts and manifest fields that this program does not know are kept on save', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const { path } = await saved(folder);
  const from = await readContainer(path);
  const richer = join(folder, 'richer.tijarat');
  await writeContainer(
    richer,
    { version: 1, minReader: 1, program: '0.2.0', sequence: 1, flavour: 'later' },
    new Map<string, PartSource>([
      ...[...from.entries.keys()]
        .filter((name) => name !== 'manifest.json')
        .map((n) => [n, { from }] as const),
      ['thumbnails/page.json', { json: { kept: true } }] as const,
    ]),
  );
  await from.close();
  const project = await openProject(environment, richer);
  await editorOf(project).run('renameTable', { table: 'exports', title: 'Renamed' });
  await project.save();
  await project.close({ keepJournal: false });
  const again = await readContainer(richer);
  expect(again.manifest).toMatchObject({ flavour: 'later', program: '0.1.0-test' });
  expect(await again.json('thumbnails/page.json')).toEqual({ kept: true });
  await again.close();
});
