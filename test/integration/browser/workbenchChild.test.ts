import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { startWorkbench, type WorkbenchChild } from '../../../main/browser/workbenchChild.ts';

/** Only what the relay uses of a socket. */
class Socket extends EventEmitter {
  send(bytes: Uint8Array) {
    this.emit('sent', [...bytes]);
  }
  close(code?: number) {
    this.emit('close', code);
  }
}

let workbench: WorkbenchChild;
const said: string[] = [];
afterEach(() => workbench.stop());

async function start(): Promise<WorkbenchChild> {
  await new Promise<void>((resolve) => {
    workbench = startWorkbench({
      program: fileURLToPath(new URL('mirrorProcess.ts', import.meta.url)),
      userFolder: '/nowhere',
      onFirstReady: resolve,
      say: (line) => void said.push(line),
    });
  });
  return workbench;
}

function open(): Socket {
  const socket = new Socket();
  workbench.addWindow(socket as unknown as WebSocket); // The relay uses no more of it.
  return socket;
}

test('each window hears the answers to its own messages', async () => {
  await start();
  const [first, second] = [open(), open()];
  const answers = Promise.all([once(first, 'sent'), once(second, 'sent')]);
  first.emit('message', Buffer.from([1, 2]));
  second.emit('message', Buffer.from([3]));
  expect(await answers).toEqual([[[1, 2]], [[3]]]);
});

test('a workbench that dies is started again, and its windows are sent away to connect anew', async () => {
  await start();
  const before = workbench.pid();
  const socket = open();
  const closed = once(socket, 'close');
  socket.emit('message', Buffer.from([255]));
  expect(await closed).toEqual([1012]);
  await expect.poll(() => workbench.pid(), { timeout: 10_000 }).toBeTypeOf('number');
  expect(workbench.pid()).not.toBe(before);
  expect(said.join()).toContain('code 7');

  const again = open();
  const answer = once(again, 'sent');
  again.emit('message', Buffer.from([9]));
  expect(await answer).toEqual([[9]]);
});

test('stopping ends the process', async () => {
  await start();
  const pid = workbench.pid();
  await workbench.stop();
  expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
});
