import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createBench } from '../../../main/workbench/createBench.ts';
import { projectHandlers } from '../../../main/workbench/project.ts';
import { testEnvironment, testFolder } from '../project/support/makeProject.ts';

const context = { signal: new AbortController().signal, progress: () => {} };

async function benchIn(folder: string) {
  const bench = createBench(
    {
      ...testEnvironment(join(folder, 'user')),
      newId: () => `i${randomUUID()}`,
      hostKind: 'cli',
      assetsFolder: folder,
      log: () => {},
    },
    () => ({ serve: () => {}, emit: () => {} }),
  );
  onTestFinished(() => bench.shutDown());
  const handlers = projectHandlers(bench);
  const addPage = () =>
    bench.editor().run('addPage', { page: { id: `p${randomUUID()}`, title: 'A page' } }, context.signal);
  return { bench, handlers, addPage };
}

test('a file that cannot be read leaves the open project and its unsaved changes where they are', async () => {
  const folder = await testFolder();
  const { handlers, addPage, bench } = await benchIn(folder);
  await handlers['project.create']({ title: 'Kept' }, context);
  await addPage();
  const path = join(folder, 'broken.tijarat');
  await writeFile(path, 'not a project');
  await expect(handlers['project.open']({ path, discard: true }, context)).rejects.toMatchObject({
    code: 'project.not-a-project',
  });
  expect(bench.project().status()).toMatchObject({ title: 'Kept', dirty: true, changes: 1 });
});

test('what is not saved is given up only when that was said', async () => {
  const folder = await testFolder();
  const { handlers, addPage } = await benchIn(folder);
  const path = join(folder, 'other.tijarat');
  await handlers['project.create']({ title: 'Other' }, context);
  await handlers['project.save']({ path }, context);
  await handlers['project.create']({ title: 'Open' }, context);
  await addPage();
  await expect(handlers['project.open']({ path }, context)).rejects.toMatchObject({
    code: 'project.unsaved',
  });
  const { status } = await handlers['project.open']({ path, discard: true }, context);
  expect(status).toMatchObject({ title: 'Other', dirty: false });
});

test('the file that is open opens again as it was saved, and can be written', async () => {
  const folder = await testFolder();
  const { handlers, addPage } = await benchIn(folder);
  const path = join(folder, 'same.tijarat');
  await handlers['project.create']({ title: 'Same' }, context);
  await handlers['project.save']({ path }, context);
  await addPage();
  const { status, document } = await handlers['project.open']({ path, discard: true }, context);
  expect(status.readOnly).toBeUndefined();
  expect(document?.pages).toEqual([]);
});
