import { type ChildProcess, fork } from 'node:child_process';
import type { WebSocket } from 'ws';
import type { Channel } from '../../shared/contract/wire.ts';
import { RestartPolicy } from '../starting/restartPolicy.ts';
import { createCodec } from '../workbench/codec.ts';
import {
  type FromProcess,
  type ToProcess,
  type WindowChannel,
  windowChannel,
} from '../workbench/processProtocol.ts';

interface ChildOptions {
  /** The program to run: main/workbench/process.ts. */
  program: string;
  userFolder: string;
  /** Once, when the first child is ready: one that is started again finds its project by itself. */
  onFirstReady(): void;
  /** For people, on stderr. */
  say(line: string): void;
  restart?: RestartPolicy;
}

/** The number of the host's own line; windows count from 1. */
const HOST = 0;

export interface WorkbenchChild {
  addWindow(socket: WebSocket): void;
  /** The host's own line to the workbench, for the calls that it makes itself. */
  withHost<T>(use: (channel: Channel<unknown, unknown>) => Promise<T>): Promise<T>;
  tell(message: ToProcess): void;
  /** Undefined while it is being started again. */
  pid(): number | undefined;
  /** Asks it to end and waits; kills it where it does not within `patience` milliseconds. */
  stop(patience?: number): Promise<void>;
}

/**
 * The workbench as a Node process, and the windows that speak to it. When it dies, the windows' sockets are closed (each window
 * connects again by itself) and it is started anew, with pauses when it dies again and again.
 */
export function startWorkbench({
  program,
  userFolder,
  onFirstReady,
  say,
  restart = new RestartPolicy(),
}: ChildOptions): WorkbenchChild {
  const windows = new Map<number, WebSocket>();
  let lastWindow = 0;
  let hostChannel: WindowChannel | undefined;
  let child: ChildProcess | undefined;
  let ready = false;
  let readyOnce = false;
  let stopping = false;
  let pause: NodeJS.Timeout | undefined;

  const send = (message: ToProcess) => {
    // A send that fails means that the child is dying: its exit is dealt with below.
    if (child?.connected) child.send(message, () => {});
  };

  const start = () => {
    const started = fork(program, ['--user-folder', userFolder, '--host', 'browser'], {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Standard output is the host's: it prints one line there.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child = started;
    started.on('message', (message: FromProcess) => {
      if (child !== started) return;
      if (message.type === 'data') {
        if (message.window === HOST) hostChannel?.receive(message.bytes);
        else windows.get(message.window)?.send(message.bytes);
        return;
      }
      ready = true;
      if (readyOnce) return;
      readyOnce = true;
      onFirstReady();
    });
    started.on('error', (error) => say(`The workbench could not be started: ${error.message}`));
    started.once('exit', (code, signal) => {
      if (child !== started) return;
      child = undefined;
      ready = false;
      for (const socket of windows.values()) socket.close(1012, 'The workbench starts again.');
      windows.clear();
      hostChannel?.closed();
      if (stopping) return;
      const wait = restart.next(Date.now());
      say(`The workbench ended (${signal ?? `code ${code}`}); it starts again.`);
      pause = setTimeout(start, wait);
    });
  };
  start();

  return {
    addWindow(socket) {
      if (!child || stopping) {
        socket.close(1013, 'The workbench is not running yet.');
        return;
      }
      const window = ++lastWindow;
      windows.set(window, socket);
      send({ type: 'open', window });
      socket.on('message', (data: Buffer) => send({ type: 'data', window, bytes: data }));
      socket.on('error', () => socket.terminate());
      socket.once('close', () => {
        if (windows.delete(window)) send({ type: 'close', window });
      });
    },
    async withHost(use) {
      const channel = windowChannel((bytes) => send({ type: 'data', window: HOST, bytes }), createCodec());
      hostChannel = channel;
      send({ type: 'open', window: HOST });
      try {
        return await use(channel);
      } finally {
        hostChannel = undefined;
        send({ type: 'close', window: HOST });
      }
    },
    tell(message) {
      send(message);
    },
    pid: () => (ready ? child?.pid : undefined),
    async stop(patience = 5000) {
      stopping = true;
      clearTimeout(pause);
      const ending = child;
      if (!ending) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      ending.kill('SIGTERM');
      const kill = setTimeout(() => ending.kill('SIGKILL'), patience);
      await ended;
      clearTimeout(kill);
    },
  };
}
