import { join, resolve } from 'node:path';
import { app, Menu, session } from 'electron';
import { openSample } from '../starting/openSample.ts';
import { readPages } from '../starting/readPages.ts';
import { answerPage } from './answerPage.ts';
import { type MainWindow, openMainWindow } from './mainWindow.ts';
import { guardContents, guardSession } from './offline.ts';
import { registerPageScheme, servePages } from './pageProtocol.ts';
import { startWorkbench, type WorkbenchUtility } from './workbenchUtility.ts';

interface ShellOptions {
  /** Where the bundled programs lie: process.js, preload.cjs. */
  programs: string;
  /** The built page. */
  pages: string;
  say(line: string): void;
}

/**
 * Electron's life: one instance, one window, one workbench. Settled when the window is being shown, or another instance took over.
 * Not to be awaited by a module of the entry: Electron is ready only after that has been loaded.
 */
export async function startShell({ programs, pages, say }: ShellOptions): Promise<void> {
  if (!app.requestSingleInstanceLock()) return app.quit();

  // Belt and braces: even a request that slipped past the guard would find no address.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.enableSandbox();
  registerPageScheme();
  guardContents();

  let workbench: WorkbenchUtility | undefined;
  let main: MainWindow | undefined;
  let ready = false;
  let quitting = false;
  let wanted = fileOf(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd());
  const open = (path: string) => {
    if (ready) workbench?.openFile(path);
    else wanted = path;
    main?.show();
  };
  const showWindow = () => {
    main ??= openMainWindow({
      programs,
      onStay: () => {
        quitting = false;
      },
      onClosed: () => {
        main = undefined;
        // A window that asked its page first has stopped the quit: go on with it.
        if (quitting) app.quit();
      },
    });
  };

  app.on('second-instance', (_event, argv, folder) => {
    const path = fileOf(argv.slice(app.isPackaged ? 1 : 2), folder);
    if (path) open(path);
    else main?.show();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('activate', showWindow);
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => workbench?.stop());

  await app.whenReady();
  guardSession(session.defaultSession);
  servePages(await readPages(pages));
  Menu.setApplicationMenu(null);
  answerPage({ main: () => main, onReady: (contents) => workbench?.connect(contents) });
  const started = startWorkbench({
    program: join(programs, 'process.js'),
    userFolder: app.getPath('userData'),
    onFirstReady() {
      ready = true;
      if (wanted) started.openFile(wanted);
      else if (process.argv.includes('--sample'))
        openSample(started.channel()).catch((error) =>
          say(`The sample could not be opened: ${error.message}`),
        );
    },
    say,
  });
  workbench = started;
  showWindow();
}

/** The file among a program's arguments; switches are Chromium's or ours. */
function fileOf(args: readonly string[], folder: string): string | undefined {
  const file = args.find((arg) => arg !== '' && !arg.startsWith('-'));
  return file && resolve(folder, file);
}
