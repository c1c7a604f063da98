import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createCodec } from './codec.ts';
import {
  type FromProcess,
  type ToProcess,
  type ToUtility,
  type WindowChannel,
  windowChannel,
} from './processProtocol.ts';
import { programOptions } from './programOptions.ts';
import { type UtilityPort, utilityChannel } from './utilityChannel.ts';
import { createWorkbench } from './workbench.ts';

// The workbench's own process. A host starts it, in Electron as a utility process, elsewhere with fork(); its windows' calls come through the host.

interface UtilityMessage {
  data: ToUtility;
  ports: UtilityPort[];
}
/** Electron's process.parentPort, as far as it is used; this file must not import electron. */
interface ParentPort {
  on(event: 'message', listener: (message: UtilityMessage) => void): void;
  postMessage(message: FromProcess): void;
}

const { values } = parseArgs({ options: { 'user-folder': { type: 'string' }, host: { type: 'string' } } });
const userFolder = values['user-folder'];
if (userFolder === undefined) throw new Error('--user-folder FOLDER is missing');
mkdirSync(userFolder, { recursive: true });

const { server, bench } = createWorkbench(
  programOptions({
    userFolder,
    hostKind: values.host === 'electron' ? 'electron' : 'browser',
    log: (line) => process.stderr.write(`${line}\n`),
  }),
);

const { parentPort } = process as unknown as { parentPort?: ParentPort };
if (parentPort) {
  parentPort.on('message', ({ data, ports }) => {
    const [port] = ports;
    if (data.type === 'openFile') bench.openFile(data.path);
    else if (port) server.serve(utilityChannel(port));
  });
} else {
  serveForkedWindows();
}

process.once('SIGTERM', end);
process.once('SIGINT', end);
process.once('disconnect', end);

await bench.resume();
const ready: FromProcess = { type: 'ready' };
if (parentPort) parentPort.postMessage(ready);
else process.send?.(ready);

function serveForkedWindows(): void {
  const windows = new Map<number, WindowChannel>();
  const send = (message: FromProcess) => {
    // A send that fails means that the host is gone: `disconnect` deals with it.
    if (process.connected) process.send?.(message, undefined, undefined, () => {});
  };
  process.on('message', (message: ToProcess) => {
    switch (message.type) {
      case 'open': {
        const { window } = message;
        const channel = windowChannel((bytes) => send({ type: 'data', window, bytes }), createCodec());
        windows.set(window, channel);
        server.serve(channel);
        return;
      }
      case 'data':
        windows.get(message.window)?.receive(message.bytes);
        return;
      case 'close':
        windows.get(message.window)?.closed();
        windows.delete(message.window);
        return;
      case 'openFile':
        bench.openFile(message.path);
    }
  });
}

function end(): void {
  bench.shutDown().then(
    () => process.exit(0),
    (error) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    },
  );
}
