import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programOptions } from '../../../main/workbench/programOptions.ts';
import { createWorkbench } from '../../../main/workbench/workbench.ts';
import type { GroupWanted } from '../../../shared/contract/manyFiles.ts';
import { monthPeriod } from '../../../shared/periods/period.ts';

let folder = '';
let userFolder = '';
let workbench: ReturnType<typeof createWorkbench>;
const told: string[] = [];
const context = (signal = new AbortController().signal) => ({
  signal,
  progress: ({ done, total }: { done: number; total?: number | undefined }) =>
    void told.push(`${done}/${total}`),
});

const months = ['01', '02', '03'];
const content = (month: string) =>
  `code,item,value\nalpha,software,${month}.5\nbeta,software,2${month}\nbeta,calls,7\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-many-'));
  userFolder = join(folder, 'user');
  await mkdir(join(folder, 'files', 'deeper'), { recursive: true });
  await mkdir(userFolder);
  const write = (name: string, text: string) => writeFile(join(folder, 'files', name), text);
  for (const month of months) await write(`bop-2025-${month}.csv`, content(month));
  // Another order, another delimiter and a title: the same layout all the same.
  await write(
    'deeper/bop-2025-04.csv',
    'Balance of payments\n\nitem;value;code\nsoftware;4.5;alpha\ncalls;n.a.;beta\n',
  );
  await write(
    'bop-2025-05.csv',
    'code,item,amount,status\nalpha,software,1,final\nbeta,calls,3,final\nbeta,x,4,final\n',
  );
  await write('twin.csv', content('01'));
  await write('empty.csv', '');
  await write('notes.docx', 'no data');
  workbench = createWorkbench(
    programOptions({ userFolder, hostKind: 'cli', log: (line) => told.push(line) }),
  );
  await workbench.handlers['project.create']({ title: 'Many' }, context());
});
afterAll(async () => {
  await workbench.bench.replace(null);
  await rm(folder, { recursive: true, force: true });
});

const inspect = () =>
  workbench.handlers['importMany.inspect']({ files: [{ path: join(folder, 'files') }] }, context());
const run = (id: string, groups: (GroupWanted & { without?: string[] })[]) =>
  workbench.handlers['importMany.run'](
    { id, groups: groups.map((group) => ({ without: [], ...group })) },
    context(),
  );
const rowsOf = async (table: string) => {
  const { engine, tableName } = workbench.bench.project();
  const rows = await engine.rows({ sql: `SELECT * FROM ${tableName(table)} ORDER BY _id` });
  return rows;
};
const document = () => workbench.bench.project().document;

test('files of a folder fall into groups by their columns; what differs and what is left out is told by name', async () => {
  const { id, groups, skipped } = await inspect();
  expect(groups.map(({ files }) => files.map(({ name }) => name))).toEqual([
    ['bop-2025-01.csv', 'bop-2025-02.csv', 'bop-2025-03.csv', 'bop-2025-04.csv'],
    ['bop-2025-05.csv'],
  ]);
  expect(groups[1]?.difference).toEqual({ missing: ['value'], added: ['amount', 'status'], units: [] });
  expect(groups[0]?.files.map(({ otherOrder }) => otherOrder)).toEqual([false, false, false, true]);
  expect(groups[0]?.files.map(({ period }) => period)).toEqual(['2025-01', '2025-02', '2025-03', '2025-04']);
  expect(skipped.map(({ name, problem }) => [name, problem.code])).toEqual([
    ['notes.docx', 'import.not-data'],
    ['empty.csv', 'import.empty'],
    ['twin.csv', 'import.same-file'],
  ]);
  // "n.a." stands in the fourth file alone.
  expect(groups[0]?.rowCount).toBe(11);
  expect(groups[0]?.rows[0]).toMatchObject({ file: 0, line: 2, cells: ['alpha', 'software', '1.5'] });
  expect(groups[0]?.files[3]?.notes.length).toBeGreaterThan(0);
  expect(told).toContain('7/7');
  await workbench.handlers['importMany.drop']({ id }, context());
  expect((await readdir(userFolder)).filter((name) => name.startsWith('import-'))).toEqual([]);
});

test('another recipe runs over every file of a group; a file that it does not fit is told, and can be set apart', async () => {
  const { id, groups } = await inspect();
  const [group] = groups;
  if (!group) throw new Error('no group');
  expect(group.recipeOf).toBe(join(folder, 'files', 'bop-2025-01.csv'));
  const change = (recipe: typeof group.recipe) =>
    workbench.handlers['importMany.change']({ id, group: 0, recipe }, context());
  const only = await change([...group.recipe, { step: 'filterRows', column: 'item', keep: ['software'] }]);
  // Two of three rows in each of three files, one of two in the fourth.
  expect(only.groups[0]?.files.map(({ rows }) => rows)).toEqual([2, 2, 2, 1]);

  // A header that is set by hand stands in that line of every file: the fourth has a title there.
  const byHand = group.recipe.map((step) => (step.step === 'header' ? { ...step, firstDataLine: 3 } : step));
  const told = await change(byHand);
  expect(told.groups[0]?.files.map(({ rows }) => rows)).toEqual([2, 2, 2]);
  expect(told.groups[0]?.unfit).toMatchObject([
    { name: 'bop-2025-04.csv', problem: { code: 'import.step-misfit', place: { file: 'bop-2025-04.csv' } } },
  ]);
  const [unfit] = told.groups[0]?.unfit ?? [];
  const apart = await workbench.handlers['importMany.setApart'](
    { id, group: 0, path: unfit?.path ?? '' },
    context(),
  );
  expect(apart.groups.map(({ files, unfit: none }) => [files.length, none.length])).toEqual([
    [3, 0],
    [1, 0],
    [1, 0],
  ]);
  expect(apart.groups[2]?.files[0]).toMatchObject({ name: 'bop-2025-04.csv', rows: 2 });

  // A recipe that fits none is refused, and nothing changes.
  await expect(
    change([...group.recipe, { step: 'filterRows', column: 'nowhere', empty: false }]),
  ).rejects.toMatchObject({ code: 'import.step-misfit' });
  await workbench.handlers['importMany.drop']({ id }, context());
});

test('a group becomes one table with the file and the period of its name, in one step that is undone as one', async () => {
  const { id, groups } = await inspect();
  const before = document().tables.length;
  const { tables } = await run(id, [
    { group: 0, title: 'BOP', fileColumn: 'file', period: { name: 'period', as: 'time' } },
    { group: 1, title: 'BOP with status', fileColumn: 'file' },
  ]);
  expect(tables.map(({ rows }) => rows)).toEqual([11, 3]);
  const table = document().tables.find((one) => one.id === tables[0]?.table);
  expect(table?.columns.map(({ name, role, type }) => [name, role, type])).toEqual([
    ['file', 'dimension', 'category'],
    ['period', 'time', 'period'],
    ['code', 'dimension', 'category'],
    ['item', 'dimension', 'category'],
    ['value', 'measure', 'number'],
  ]);
  const rows = await rowsOf(tables[0]?.table ?? '');
  const cells = rows.map((row) =>
    row
      .filter((_, i) => i < 7)
      .map(String)
      .join(' '),
  );
  expect(cells[0]).toContain(`bop-2025-01.csv ${monthPeriod(2025, 1)} alpha software 1.5`);
  expect(cells[9]).toContain(`bop-2025-04.csv ${monthPeriod(2025, 4)} alpha software 4.5`);

  const source = document().sources.find((one) => one.id === table?.source);
  expect(source?.releases?.map(({ fileName, firstRow, rows: count }) => [fileName, firstRow, count])).toEqual(
    [
      ['bop-2025-01.csv', 1, 3],
      ['bop-2025-02.csv', 4, 3],
      ['bop-2025-03.csv', 7, 3],
      ['bop-2025-04.csv', 10, 2],
    ],
  );
  expect(source?.releases?.[1]?.sha256).toBe(createHash('sha256').update(content('02')).digest('hex'));
  expect(source?.notes.some(({ text }) => text.startsWith('bop-2025-04.csv: '))).toBe(true);

  await workbench.bench.editor().undo();
  expect(document().tables.length).toBe(before);
  expect(document().sources).toEqual([]);
  expect(groups.length).toBe(2);
});

test('a file can be left out, and a changed recipe runs over all of the group', async () => {
  const { id, groups } = await inspect();
  const [first] = groups;
  const recipe = [...(first?.recipe ?? []), { step: 'rename' as const, from: 'value', to: 'exports' }];
  const changed = await workbench.handlers['importMany.change']({ id, group: 0, recipe }, context());
  expect(changed.groups[0]?.columns.map(({ name }) => name)).toEqual(['code', 'item', 'exports']);
  const { tables } = await run(id, [
    {
      group: 0,
      title: 'Two',
      fileColumn: 'file',
      without: first?.files.slice(2).map(({ path }) => path) ?? [],
    },
  ]);
  expect(tables[0]?.rows).toBe(6);
});

test('a table of many files is refreshed from its folder: one changed, one new, one gone, one renamed, each told', async () => {
  const place = join(folder, 'monthly');
  await mkdir(place);
  const write = (month: string, text: string) => writeFile(join(place, `m-2025-${month}.csv`), text);
  for (const month of ['01', '02', '03', '04']) await write(month, content(month));
  const many = await workbench.handlers['importMany.inspect']({ files: [{ path: place }] }, context());
  const { tables } = await run(many.id, [
    { group: 0, title: 'Monthly', fileColumn: 'file', period: { name: 'period', as: 'time' } },
  ]);
  const [{ table } = { table: '' }] = tables;
  const placeNow = async () => {
    const id = document().tables.find((one) => one.id === table)?.source;
    return (await workbench.handlers['refresh.places'](null, context())).find(({ source }) => source === id);
  };
  expect(await placeNow()).toMatchObject({ state: 'here', path: place });
  const plan = () => workbench.handlers['refresh.plan']({ table, path: place }, context());
  const same = await plan();
  expect(same).toMatchObject({ state: 'same', isKnownFile: true, counts: { new: 0, vanished: 0 } });
  await workbench.handlers['refresh.drop']({ id: same.id }, context());

  await write('01', content('01').replace('01.5', '11.5'));
  await rm(join(place, 'm-2025-02.csv'));
  await rename(join(place, 'm-2025-03.csv'), join(place, 'march.csv'));
  await write('05', content('05'));
  await write('06', 'day,weather\n1,rain\n2,sun\n');
  expect(await placeNow()).toMatchObject({ state: 'changed', path: place });
  const newer = await plan();
  expect(newer.files?.map(({ name, state }) => [name, state]).toSorted()).toEqual([
    ['m-2025-01.csv', 'changed'],
    ['m-2025-02.csv', 'gone'],
    ['m-2025-03.csv', 'same'],
    ['m-2025-04.csv', 'same'],
    ['m-2025-05.csv', 'new'],
    ['m-2025-06.csv', 'unfit'],
  ]);
  // Three figures of May are new, one of January is revised, the three of February are gone and stay.
  expect(newer).toMatchObject({ state: 'changes', counts: { new: 3, revised: 1, vanished: 3, rows: 4 } });
  await workbench.handlers['refresh.accept']({ id: newer.id }, context());
  const made = document().tables.find(({ id }) => id === table);
  const source = document().sources.find(({ id }) => id === made?.source);
  expect(made?.rowCount).toBe(16);
  expect(
    source?.releases?.slice(4).map(({ fileName, firstRow, rows }) => [fileName, firstRow, rows]),
  ).toEqual([
    ['m-2025-01.csv', 13, 1],
    ['m-2025-05.csv', 14, 3],
  ]);
  const again = await plan();
  expect(again).toMatchObject({ state: 'same', counts: { new: 0, revised: 0 } });
  await workbench.handlers['refresh.drop']({ id: again.id }, context());
  expect(await placeNow()).toMatchObject({ state: 'here', path: place });

  // The folder is gone, and found where it was moved to.
  const moved = join(folder, 'moved');
  await rename(place, moved);
  expect(await placeNow()).toMatchObject({ state: 'missing', path: place });
  const found = await workbench.handlers['refresh.plan']({ table, path: moved }, context());
  await workbench.handlers['refresh.drop']({ id: found.id }, context());
  expect(found.state).toBe('same');
  expect(await placeNow()).toMatchObject({ state: 'here', path: moved });
});

test('what is not imported of a folder is told with why: other kinds, links, what lies too deep, a second table', async () => {
  const place = join(folder, 'mixed');
  const deep = join(place, ...Array.from({ length: 14 }, (_, i) => `d${i}`));
  await mkdir(deep, { recursive: true });
  await mkdir(join(place, 'inner', 'more'), { recursive: true });
  await writeFile(join(deep, 'far.csv'), content('01'));
  await writeFile(join(place, 'inner', 'more', 'one.csv'), content('01'));
  await writeFile(join(place, 'inner', 'notes.docx'), 'words');
  await writeFile(join(place, '.hidden.csv'), content('09'));
  await symlink(join(place, 'inner'), join(place, 'linked'));
  await writeFile(
    join(place, 'two.csv'),
    `Exports\nyear,value\n2020,1\n2021,2\n2022,3\n2023,4\n\n\nImports\nyear,value\n2022,5\n2023,6\n`,
  );
  const many = await workbench.handlers['importMany.inspect'](
    { files: [{ path: place }], others: ['photo.png'] },
    context(),
  );
  await workbench.handlers['importMany.drop']({ id: many.id }, context());
  expect(many.skipped.map(({ name, problem }) => [name, problem.code]).toSorted()).toEqual([
    ['d12', 'import.too-deep'],
    ['linked', 'import.link'],
    ['notes.docx', 'import.not-data'],
    ['photo.png', 'import.not-data'],
  ]);
  const files = many.groups.flatMap((group) => group.files);
  expect(files.map(({ name, rows }) => [name, rows]).toSorted()).toEqual([
    ['one.csv', 3],
    ['two.csv', 4],
  ]);
  const told = files
    .find(({ name }) => name === 'two.csv')
    ?.notes.find(({ code }) => code === 'files.other-tables');
  expect(told?.text).toContain('"Imports", lines 10 to 12, 2 rows');
});

test('a cancelled reading leaves nothing behind', async () => {
  const controller = new AbortController();
  const reading = workbench.handlers['importMany.inspect'](
    { files: [{ path: join(folder, 'files') }] },
    { signal: controller.signal, progress: ({ done }) => done >= 2 && controller.abort() },
  );
  await expect(reading).rejects.toThrow();
  expect((await readdir(userFolder)).filter((name) => name.startsWith('import-'))).toEqual([]);
});
