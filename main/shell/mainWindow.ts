import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { channels, PAGE } from './channels.ts';

export interface MainWindow {
  readonly window: BrowserWindow;
  /** The page is there and wants to be asked before the window closes. */
  asksBeforeClose(): void;
  /** The page's answer: a window that may close does. */
  closeAnswered(may: boolean): void;
  show(): void;
}

interface WindowOptions {
  /** Where preload.cjs lies. */
  programs: string;
  /** The user turned back. */
  onStay(): void;
  onClosed(): void;
}

/** The one window: sandboxed, isolated, and never closed with unsaved changes unless its page agreed. */
export function openMainWindow({ programs, onStay, onClosed }: WindowOptions): MainWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Tijarat',
    // The paper of the look, so that nothing flashes before the page is there.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17181a' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(programs, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  let asks = false;
  let mayClose = false;

  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (mayClose || !asks) return;
    event.preventDefault();
    window.webContents.send(channels.closeAsked);
  });
  window.once('closed', onClosed);
  // A page that is gone cannot answer; its committed edits are in the journal. Load it again.
  window.webContents.on('render-process-gone', () => {
    asks = false;
    if (!mayClose) window.webContents.reload();
  });
  void window.loadURL(PAGE);

  return {
    window,
    asksBeforeClose() {
      asks = true;
    },
    closeAnswered(may) {
      if (!may) return onStay();
      mayClose = true;
      window.close();
    },
    show() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}
