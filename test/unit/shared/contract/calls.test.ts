import { expect, test } from 'vitest';
import { createClient } from '../../../../shared/contract/client.ts';
import type { calls } from '../../../../shared/contract/index.ts';
import { Problem } from '../../../../shared/contract/problem.ts';
import { createServer, type Handlers } from '../../../../shared/contract/server.ts';
import type { Channel } from '../../../../shared/contract/wire.ts';

/** A window and a workbench joined by two queues, as any carrier would. */
function joined(handlers: Partial<Handlers>) {
  const reported: unknown[] = [];
  const server = createServer(handlers as Handlers, (error) => reported.push(error));
  let toWindow: (message: unknown) => void = () => {};
  let toWorkbench: (message: unknown) => void = () => {};
  const closing: (() => void)[] = [];
  const side = <Out>(post: (message: Out) => void, take: (listener: (message: unknown) => void) => void) =>
    ({
      post: (message) => queueMicrotask(() => post(message)),
      listen: take,
      onClose: (callback) => void closing.push(callback),
    }) satisfies Channel<Out, unknown>;
  server.serve(
    side(
      (message) => toWindow(message),
      (listener) => {
        toWorkbench = listener;
      },
    ),
  );
  const client = createClient(
    side(
      (message) => toWorkbench(message),
      (listener) => {
        toWindow = listener;
      },
    ),
  );
  const close = () => {
    for (const callback of closing) callback();
  };
  return { client, server, reported, close };
}

test('a call is answered, with arguments and result checked on the side that receives them', async () => {
  const { client } = joined({
    'files.check': ({ folder, name }) => ({
      path: `${folder}/${name}`,
      exists: true,
      folder: false,
      writable: true,
    }),
  });
  const answer = await client.call('files.check', { folder: '/data', name: 'a.csv' });
  expect(answer.path).toBe('/data/a.csv');
  await expect(client.call('files.check', { folder: 1, name: 'a' } as never)).rejects.toMatchObject({
    code: 'contract.arguments',
  });
});

test('an answer that does not fit the contract is refused in the window', async () => {
  const { client } = joined({ 'files.check': () => ({ path: 5 }) as never });
  await expect(client.call('files.check', { folder: '/', name: 'a' })).rejects.toMatchObject({
    code: 'contract.result',
  });
});

test('a problem crosses with its code, words and place; a bug crosses as internal and is reported whole', async () => {
  const problem = new Problem({
    code: 'cell.not-a-number',
    message: '"n.a." is not a number.',
    remedy: 'Mark it as missing.',
    place: { file: 'bop.xlsx', sheet: 'Services', cell: 'D14' },
  });
  const { client, reported } = joined({
    'project.save': () => {
      throw problem;
    },
    'project.snapshot': () => {
      throw new TypeError('SELECT secret FROM inside');
    },
  });
  const refused = await client.call('project.save', {}).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Problem);
  expect((refused as Problem).toData()).toEqual(problem.toData());
  const broken = await client.call('project.snapshot', null).catch((error: unknown) => error);
  expect((broken as Problem).code).toBe('internal');
  expect(JSON.stringify((broken as Problem).toData())).not.toContain('SELECT');
  expect(reported).toHaveLength(1);
});

test('an aborted call is cancelled on both sides', async () => {
  let stopped = false;
  const { client } = joined({
    'app.recent': (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          stopped = true;
          reject(signal.reason);
        });
      }),
  });
  const controller = new AbortController();
  const asked = client.call('app.recent', null, { signal: controller.signal });
  await Promise.resolve();
  controller.abort();
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  await new Promise((done) => setTimeout(done));
  expect(stopped).toBe(true);
});

test('progress arrives before the answer', async () => {
  const { client } = joined({
    'app.recent': (_, { progress }) => {
      progress({ done: 120, total: 193, note: 'Reading rows' });
      return [];
    },
  });
  const seen: number[] = [];
  await client.call('app.recent', null, { onProgress: ({ done }) => seen.push(done) });
  expect(seen).toEqual([120]);
});

test('events reach the listeners of a window until they stop listening', async () => {
  const { client, server } = joined({});
  const paths: string[] = [];
  const stop = client.on('app.openFile', ({ path }) => paths.push(path));
  server.emit('app.openFile', { path: '/a.tijarat' });
  await new Promise((done) => setTimeout(done));
  stop();
  server.emit('app.openFile', { path: '/b.tijarat' });
  await new Promise((done) => setTimeout(done));
  expect(paths).toEqual(['/a.tijarat']);
});

test('when the connection is lost, what is under way fails with a way out, and the workbench cancels it', async () => {
  let aborted = false;
  const { client, close } = joined({
    'app.recent': (_, { signal }) =>
      new Promise(() => {
        signal.addEventListener('abort', () => {
          aborted = true;
        });
      }),
  });
  const asked = client.call('app.recent', null);
  await new Promise((done) => setTimeout(done));
  close();
  await expect(asked).rejects.toMatchObject({ code: 'workbench.lost' });
  expect(aborted).toBe(true);
});

test('a call that the contract does not name is refused', async () => {
  const { client } = joined({});
  await expect(client.call('no.such' as keyof typeof calls, {} as never)).rejects.toMatchObject({
    code: 'contract.unknown-call',
  });
});
