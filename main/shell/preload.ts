import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Host } from '../../shared/contract/host.ts';
import { channels } from './channels.ts';

// The only code with both the page's window and Electron in reach: it hands over plain data and one message port, never ipcRenderer.
const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';

const host: Host = {
  kind: 'electron',
  platform,
  pickOpen: (options) => ipcRenderer.invoke(channels.pickOpen, options),
  pickOpenMany: (options) => ipcRenderer.invoke(channels.pickOpenMany, options),
  pickSave: (options) => ipcRenderer.invoke(channels.pickSave, options),
  pathOf: (file) => webUtils.getPathForFile(file) || null,
  setWindow: (state) => ipcRenderer.send(channels.setWindow, state),
  onCloseAsked: (answer) => {
    ipcRenderer.removeAllListeners(channels.closeAsked);
    ipcRenderer.on(channels.closeAsked, async () => {
      // A page that cannot answer must not hold the window open for ever: its edits are on disk.
      const may = await answer().catch(() => true);
      ipcRenderer.send(channels.closeAnswered, may);
    });
    ipcRenderer.send(channels.asksBeforeClose);
  },
  closeWindow: () => ipcRenderer.send(channels.closeWindow),
  showInFolder: (path) => ipcRenderer.send(channels.showInFolder, path),
  copyPicture: (png) => ipcRenderer.invoke(channels.copyPicture, png),
  onCommand: (run) => {
    ipcRenderer.removeAllListeners(channels.command);
    ipcRenderer.on(channels.command, (_event, id: string) => run(id));
  },
  // Elsewhere the bar is drawn in the title bar.
  ...(platform === 'darwin' && { setMenu: (menu) => ipcRenderer.send(channels.setMenu, menu) }),
};

contextBridge.exposeInMainWorld('tijaratHost', host);

window.addEventListener('message', (event) => {
  if (event.source === window && event.data?.tijarat === 'ready') ipcRenderer.send(channels.ready);
});
ipcRenderer.on(channels.workbench, (event) => {
  window.postMessage({ tijarat: 'workbench' }, location.origin, [...event.ports]);
});
