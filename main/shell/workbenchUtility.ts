import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron';
import type { Channel } from '../../shared/contract/wire.ts';
import { RestartPolicy } from '../starting/restartPolicy.ts';
import type { FromProcess, ToUtility } from '../workbench/processProtocol.ts';
import { channels } from './channels.ts';
import { portChannel } from './portChannel.ts';

interface UtilityOptions {
  /** The bundled main/workbench/process.ts. */
  program: string;
  userFolder: string;
  /** Once, when the first process is ready; one that is started again finds its project by itself. */
  onFirstReady(): void;
  say(line: string): void;
}

export interface WorkbenchUtility {
  /** Hands this page a port to the workbench, now and after each restart, until it is gone. */
  connect(contents: WebContents): void;
  /** The shell's own line to the workbench. */
  channel(): Channel<unknown, unknown>;
  openFile(path: string): void;
  stop(): void;
}

/** The workbench as a utility process; started again whenever it ends, with pauses when it ends again and again. */
export function startWorkbench({ program, userFolder, onFirstReady, say }: UtilityOptions): WorkbenchUtility {
  const pages = new Set<WebContents>();
  const restart = new RestartPolicy();
  let current: UtilityProcess | undefined;
  let readyOnce = false;
  let stopping = false;

  const post = (message: ToUtility, port?: Electron.MessagePortMain) =>
    current?.postMessage(message, port ? [port] : []);
  const handOver = (contents: WebContents) => {
    if (!current || contents.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    post({ type: 'window' }, port1);
    contents.postMessage(channels.workbench, null, [port2]);
  };

  const start = () => {
    const started = utilityProcess.fork(program, ['--user-folder', userFolder, '--host', 'electron'], {
      serviceName: 'Tijarat workbench',
      stdio: 'inherit',
    });
    current = started;
    started.on('message', (message: FromProcess) => {
      if (message.type !== 'ready' || readyOnce) return;
      readyOnce = true;
      onFirstReady();
    });
    started.once('exit', (code) => {
      current = undefined;
      if (stopping) return;
      say(`The workbench ended (code ${code}); it starts again.`);
      setTimeout(() => {
        if (!stopping) start();
      }, restart.next(Date.now()));
    });
    for (const contents of pages) handOver(contents);
  };
  start();

  return {
    connect(contents) {
      if (!pages.has(contents)) {
        pages.add(contents);
        contents.once('destroyed', () => pages.delete(contents));
      }
      handOver(contents);
    },
    channel() {
      const { port1, port2 } = new MessageChannelMain();
      post({ type: 'window' }, port1);
      return portChannel(port2);
    },
    openFile: (path) => post({ type: 'openFile', path }),
    stop() {
      stopping = true;
      current?.kill();
    },
  };
}
