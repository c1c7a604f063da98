import { open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Journal, readJournal, type WriteFlushed } from '../../../main/project/journal.ts';
import type { JournalRecord } from '../../../main/project/journalRecord.ts';
import { recoverProject } from '../../../main/project/recoverProject.ts';
import { abandonedWork, workFolder } from '../../../main/project/workFolder.ts';
import { openOrRecover } from '../../../main/workbench/openOrRecover.ts';
import { allRows, editorOf, projectWithRows, testEnvironment, testFolder } from './support/makeProject.ts';

const base: JournalRecord = { kind: 'base', checksum: 'c', sequence: 0, at: 0, title: 't', time: 'now' };
const move = (to: number): JournalRecord => ({ kind: 'move', sequence: to, to, time: 'now' });

async function journalOf(count: number): Promise<{ path: string; bytes: Buffer; ends: number[] }> {
  const path = join(await testFolder(), 'journal');
  const journal = await Journal.create(path, base);
  for (let i = 1; i <= count; i++) await journal.append(move(i));
  await journal.close();
  return { path, bytes: await readFile(path), ends: (await readJournal(path)).ends };
}

test('whatever is cut off the end of a journal, every record before it is read', async () => {
  const { path, bytes, ends } = await journalOf(4);
  for (let length = bytes.length; length >= 18; length--) {
    await truncate(path, length);
    const { records, damage, end } = await readJournal(path);
    const whole = ends.filter((at) => at <= length).length;
    expect(records).toHaveLength(whole);
    expect(damage).toBe(length === (ends[whole - 1] ?? 18) ? 'none' : 'torn');
    expect(end).toBe(ends[whole - 1] ?? 18);
  }
});

test('a changed byte in the middle is told apart from a torn tail; what stands before it is read', async () => {
  const { path, bytes, ends } = await journalOf(4);
  const second = ends[1] ?? 0;
  for (const at of [second + 4, second + 8, second + 20]) {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    await writeFile(path, copy);
    const { records, damage } = await readJournal(path);
    expect(records).toEqual([base, move(1)]);
    expect(damage).toBe('corrupt');
  }
});

test('a torn tail is cut off, and the journal goes on from there', async () => {
  const { path, bytes } = await journalOf(2);
  await truncate(path, bytes.length - 3);
  const { end } = await readJournal(path);
  const journal = await Journal.continue(path, end);
  await journal.append(move(9));
  await journal.close();
  expect((await readJournal(path)).records).toEqual([base, move(1), move(9)]);
});

test('a record that could not be written leaves nothing behind', async () => {
  const path = join(await testFolder(), 'journal');
  let full = false;
  const write: WriteFlushed = async (file, bytes, at) => {
    const part = full ? bytes.subarray(0, 10) : bytes;
    await file.write(part, 0, part.length, at);
    if (full) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  const journal = await Journal.create(path, base, write);
  full = true;
  await expect(journal.append(move(1))).rejects.toMatchObject({ code: 'journal.not-written' });
  expect(await readJournal(path)).toMatchObject({ records: [base], damage: 'none' });
  full = false;
  await journal.append(move(2));
  expect((await readJournal(path)).records).toEqual([base, move(2)]);
  await journal.close();
});

test('on a full disk an edit is refused and nothing changes; with room again the next one is done', async () => {
  const folder = await testFolder();
  const project = await projectWithRows(testEnvironment(join(folder, 'user')));
  const editor = editorOf(project);
  const before = { rows: await allRows(project), document: project.document, status: project.status() };
  const probe = await open(join(folder, 'probe'), 'w');
  const handles = Object.getPrototypeOf(probe) as { datasync: () => Promise<void> };
  const { datasync } = handles;
  handles.datasync = () =>
    Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }));
  try {
    const cells = [{ row: 1, column: 'value', value: 7 }];
    await expect(editor.run('setCells', { table: 'exports', cells })).rejects.toMatchObject({
      code: 'journal.not-written',
    });
  } finally {
    handles.datasync = datasync;
    await probe.close();
  }
  expect({ rows: await allRows(project), document: project.document, status: project.status() }).toEqual(
    before,
  );
  await editor.run('setCells', { table: 'exports', cells: [{ row: 1, column: 'value', value: 8 }] });
  await project.close({ keepJournal: true });
  const back = await recoverProject(testEnvironment(join(folder, 'user')), project.id);
  expect((await allRows(back))[0]?.[4]).toBe(8);
  expect(back.status().recovered).toBe(2);
  await back.close({ keepJournal: false });
});

test('changes that no save took come back when the file is opened, and the status says how many', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const project = await projectWithRows(environment);
  const path = join(folder, 'exports.tijarat');
  await project.save({ path });
  const editor = editorOf(project);
  await editor.run('setCells', { table: 'exports', cells: [{ row: 1, column: 'value', value: 1 }] });
  await editor.run('insertRows', { table: 'exports', rows: [{ value: 2 }] });
  await editor.run('deleteRows', { table: 'exports', rows: [2] });
  await editor.undo();
  const rows = await allRows(project);
  await project.close({ keepJournal: true });
  expect(await abandonedWork(environment.userFolder)).toMatchObject([{ id: project.id, path, changes: 4 }]);

  const back = await openOrRecover(environment, path);
  expect(await allRows(back)).toEqual(rows);
  expect(back.status()).toMatchObject({ path, dirty: true, changes: 2, recovered: 4, redo: 'Delete a row' });
  await back.save();
  await back.close({ keepJournal: false });
  expect(await abandonedWork(environment.userFolder)).toEqual([]);
});

test('damage in the middle of a journal is told, and everything before it comes back', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const project = await projectWithRows(environment);
  const path = join(folder, 'exports.tijarat');
  await project.save({ path });
  for (const title of ['one', 'two', 'three'])
    await editorOf(project).run('updateProject', { change: { title } });
  await project.close({ keepJournal: true });
  const { journal } = workFolder(environment.userFolder, project.id);
  const bytes = await readFile(journal);
  const at = bytes.indexOf('"two"');
  bytes[at + 1] = 0x54;
  await writeFile(journal, bytes);
  const back = await openOrRecover(environment, path);
  expect(back.document.title).toBe('one');
  expect(back.status().recovered).toBe(1);
  expect(back.status().recoveryNote).toContain('damaged');
  expect((await readFile(`${journal}.damaged`)).equals(bytes)).toBe(true);
  await back.close({ keepJournal: false });
});

test('a crash between the two steps of a save loses nothing: whichever file is there, the journal knows it', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const project = await projectWithRows(environment);
  const path = join(folder, 'exports.tijarat');
  await project.save({ path });
  await editorOf(project).run('updateProject', { change: { title: 'after' } });
  const oldBase = await readFile(workFolder(environment.userFolder, project.id).base);
  const oldFile = await readFile(path);
  await project.save();
  await project.close({ keepJournal: true });
  const { base: copy } = workFolder(environment.userFolder, project.id);

  // The new file was renamed, the copy in the work folder not yet renewed.
  await writeFile(copy, oldBase);
  let back = await recoverProject(environment, project.id);
  expect(back.document.title).toBe('after');
  expect(back.status()).toMatchObject({ dirty: false, recovered: 0 });
  await back.close({ keepJournal: true });

  // The journal had been told of the save, but the file was never renamed.
  await writeFile(copy, oldBase);
  await writeFile(path, oldFile);
  await rm(`${path}.bak`, { force: true });
  back = await recoverProject(environment, project.id);
  expect(back.document.title).toBe('after');
  expect(back.status()).toMatchObject({ dirty: true, recovered: 1 });
  await back.close({ keepJournal: false });
});
