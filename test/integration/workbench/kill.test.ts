import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { recoverProject } from '../../../main/project/recoverProject.ts';
import { createCodec } from '../../../main/workbench/codec.ts';
import { type FromProcess, windowChannel } from '../../../main/workbench/processProtocol.ts';
import { type Client, createClient } from '../../../shared/contract/client.ts';
import {
  allRows,
  editorOf,
  projectWithRows,
  testEnvironment,
  testFolder,
} from '../project/support/makeProject.ts';

const editForever = join(import.meta.dirname, 'support/editForever.ts');
const program = join(import.meta.dirname, '../../../main/workbench/process.ts');

interface Running {
  child: ChildProcess;
  client: Client;
}

/** The workbench's process as the browser host starts it, with one window. */
async function start(userFolder: string): Promise<Running> {
  const child = fork(program, ['--user-folder', userFolder, '--host', 'browser'], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const channel = windowChannel(
    (bytes) => child.send({ type: 'data', window: 1, bytes }, () => {}),
    createCodec(),
  );
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the workbench ended before it was ready')));
    child.on('message', (message: FromProcess) => {
      if (message.type === 'ready') resolve();
      else channel.receive(message.bytes);
    });
  });
  await ready;
  child.once('exit', () => channel.closed());
  child.send({ type: 'open', window: 1 });
  return { child, client: createClient(channel) };
}

const targetOf = (number: number) => ({
  command: 'addTarget' as const,
  args: {
    target: {
      id: `t${number}`,
      title: `Target ${number}`,
      table: 'exports',
      measure: 'value',
      period: '2024-07/P12M',
      goal: number,
      unit: 'US$ million',
    },
  },
});

test('no edit that was acknowledged is lost, whenever the process is killed', async () => {
  const kills = Number(process.env['TIJARAT_KILLS'] ?? 20);
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  let project = await projectWithRows(environment, 3);
  const acknowledged = new Set<number>();
  let last = 0;
  for (let kill = 0; kill < kills; kill++) {
    await project.close({ keepJournal: true });
    const child = fork(editForever, [environment.userFolder, project.id, String(1000 + last)], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const exit = once(child, 'exit');
    child.on('message', (number: number) => acknowledged.add(number));
    await once(child, 'message');
    // A point that differs from kill to kill, within and between records.
    await setTimeout((kill * 37) % 90);
    child.kill('SIGKILL');
    await exit;
    project = await recoverProject(environment, project.id);
    expect(project.status().recoveryNote).toBeUndefined();
    const values = (await allRows(project)).map((row) => Number(row[4])).filter((value) => value > 1000);
    expect(new Set(values).size).toBe(values.length);
    expect([...acknowledged].filter((number) => !values.includes(number))).toEqual([]);
    last = Math.max(...values) - 1000;
  }
  // The undo list came back, too: all the way to the first edit.
  const { steps, at } = project.history.line();
  expect(at).toBe(steps.length);
  expect(steps.length).toBeGreaterThanOrEqual(acknowledged.size + 1);
  const editor = editorOf(project);
  for (let i = 1; i < Math.min(steps.length, 10); i++) await editor.undo();
  expect(await allRows(project)).toHaveLength(3 + Math.max(0, steps.length - 10));
  await project.close({ keepJournal: false });
}, 240_000);

test('a killed workbench brings the open project back by itself', async () => {
  const user = join(await testFolder(), 'user');
  let { child, client } = await start(user);
  await client.call('project.create', { title: 'Killed' });
  for (const number of [1, 2, 3]) await client.call('edit.run', targetOf(number));
  await client.call('edit.undo', undefined);
  child.kill('SIGKILL');
  await once(child, 'exit');
  ({ child, client } = await start(user));
  const { status, document } = await client.call('project.snapshot', undefined);
  expect(status).toMatchObject({ title: 'Killed', dirty: true, recovered: 4, redo: 'Add target "Target 3"' });
  expect(document?.targets.map(({ goal }) => goal)).toEqual([1, 2]);
  expect((await client.call('edit.redo', undefined)).undo).toBe('Add target "Target 3"');
  child.kill('SIGTERM');
  await once(child, 'exit');
});

test('a workbench that is asked to end keeps unsaved changes for the next start, and leaves nothing where all is saved', async () => {
  const folder = await testFolder();
  const user = join(folder, 'user');
  const end = async (child: ChildProcess) => {
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  };
  let { child, client } = await start(user);
  await client.call('project.create', { title: 'Ended' });
  await client.call('edit.run', targetOf(1));
  await end(child);

  ({ child, client } = await start(user));
  const { status } = await client.call('project.snapshot', undefined);
  expect(status).toMatchObject({ title: 'Ended', dirty: true, recovered: 1 });
  await expect(client.call('project.close', { discard: false })).rejects.toMatchObject({
    code: 'project.unsaved',
  });
  const path = join(folder, 'ended.tijarat');
  expect(await client.call('project.save', { path })).toMatchObject({ dirty: false, path });
  await end(child);

  ({ child, client } = await start(user));
  expect((await client.call('project.snapshot', undefined)).status.open).toBe(false);
  expect(await client.call('app.recent', undefined)).toMatchObject([
    { path, title: 'Ended', missing: false },
  ]);
  expect((await client.call('project.open', { path })).document?.targets).toHaveLength(1);
  await end(child);
});

test('a file that was handed over waits for the first window', async () => {
  const { child, client } = await start(join(await testFolder(), 'user'));
  child.send({ type: 'openFile', path: '/data/exports.tijarat' });
  const handed = new Promise((resolve) => client.on('app.openFile', resolve));
  await client.call('project.snapshot', undefined);
  expect(await handed).toEqual({ path: '/data/exports.tijarat' });
  child.kill('SIGTERM');
  await once(child, 'exit');
});

test('settings change one by one and are kept', async () => {
  const user = join(await testFolder(), 'user');
  const { child, client } = await start(user);
  await client.call('app.changeSettings', { change: { theme: 'dark', fiscalYearStart: 4 } });
  await client.call('app.changeSettings', { change: { density: 'roomy' } });
  expect(await client.call('app.settings', undefined)).toMatchObject({
    theme: 'dark',
    fiscalYearStart: 4,
    density: 'roomy',
  });
  child.kill('SIGTERM');
  await once(child, 'exit');
});
