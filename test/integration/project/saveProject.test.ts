import { chmod, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProject } from '../../../main/project/loadProject.ts';
import { verify } from '../../../main/project/verify.ts';
import { allRows, editorOf, projectWithRows, testEnvironment, testFolder } from './support/makeProject.ts';

const closed = { keepJournal: false };

test('a project that is saved and opened again is the same, rows and document', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const project = await projectWithRows(environment);
  const path = join(folder, 'exports.tijarat');
  expect(project.status().dirty).toBe(true);
  const status = await project.save({ path });
  expect(status).toMatchObject({ dirty: false, changes: 0, path, title: 'IT exports' });
  const rows = await allRows(project);
  expect(rows).toHaveLength(24);
  const { document } = project;
  await project.close(closed);

  const again = await openProject(environment, path);
  expect(again.document).toEqual(document);
  expect(await allRows(again)).toEqual(rows);
  expect(again.status()).toMatchObject({ dirty: false, recovered: 0 });
  await again.close(closed);
  expect(await readdir(join(folder, 'user', 'work'))).toEqual([]);
  expect(await readdir(join(folder, 'user', 'locks'))).toEqual([]);
});

test('saving twice without a change gives the same bytes; a change keeps the version before as backup', async () => {
  const folder = await testFolder();
  const project = await projectWithRows(testEnvironment(join(folder, 'user')));
  const path = join(folder, 'exports.tijarat');
  await project.save({ path });
  const first = await readFile(path);
  await project.save();
  expect((await readFile(path)).equals(first)).toBe(true);
  await editorOf(project).run('setCells', {
    table: 'exports',
    cells: [{ row: 1, column: 'value', value: '1,234.5' }],
  });
  await project.save();
  expect((await readFile(path)).equals(first)).toBe(false);
  expect((await readFile(`${path}.bak`)).equals(first)).toBe(true);
  await verify(path);
  expect((await readdir(folder)).sort()).toEqual(['exports.tijarat', 'exports.tijarat.bak', 'user']);
  await project.close(closed);
});

test('a link stays a link, and its target is what is written', async () => {
  const folder = await testFolder();
  const project = await projectWithRows(testEnvironment(join(folder, 'user')));
  await writeFile(join(folder, 'real.tijarat'), '');
  await symlink(join(folder, 'real.tijarat'), join(folder, 'link.tijarat'));
  const status = await project.save({ path: join(folder, 'link.tijarat') });
  expect(status.path).toBe(join(folder, 'real.tijarat'));
  await verify(join(folder, 'real.tijarat'));
  await project.close(closed);
});

test('a file that another program changed meanwhile is not overwritten unasked', async () => {
  const folder = await testFolder();
  const project = await projectWithRows(testEnvironment(join(folder, 'user')));
  const path = join(folder, 'exports.tijarat');
  await project.save({ path });
  await utimes(path, new Date(), new Date(Date.now() + 5000)); // only touched: the same bytes
  await project.save();
  await writeFile(path, 'something else');
  await expect(project.save()).rejects.toMatchObject({ code: 'project.changed-elsewhere' });
  expect(await readFile(path, 'utf8')).toBe('something else');
  await project.save({ overwrite: true });
  await verify(path);
  await rm(path);
  await project.save(); // gone: written anew
  await verify(path);
  await project.close(closed);
});

test('a write-protected target is refused, and stays as it was', async () => {
  const folder = await testFolder();
  const project = await projectWithRows(testEnvironment(join(folder, 'user')));
  const path = join(folder, 'exports.tijarat');
  await writeFile(path, 'kept');
  await chmod(path, 0o444);
  await expect(project.save({ path })).rejects.toMatchObject({ code: 'project.read-only' });
  expect(await readFile(path, 'utf8')).toBe('kept');
  expect(project.status()).toMatchObject({ dirty: true });
  expect(project.status().path).toBeUndefined();
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  await project.close(closed);
});

test('whoever opens a file that is open reads only, and may save a copy', async () => {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const project = await projectWithRows(environment);
  const path = join(folder, 'exports.tijarat');
  await project.save({ path });
  const second = await openProject(environment, path);
  expect(second.status().readOnly).toBe('It is open in another window.');
  await expect(
    editorOf(second).run('renameTable', { table: 'exports', title: 'Mine' }),
  ).rejects.toMatchObject({ code: 'project.read-only' });
  await expect(second.save()).rejects.toMatchObject({ code: 'project.read-only' });
  const copy = join(folder, 'copy.tijarat');
  expect((await second.save({ path: copy })).readOnly).toBeUndefined();
  await editorOf(second).run('renameTable', { table: 'exports', title: 'Mine' });
  await second.close(closed);
  await project.close(closed);
  expect((await stat(copy)).size).toBeGreaterThan(0);
});
