import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { channels } from '../../../main/shell/channels.ts';
import { startShell } from '../../../main/shell/startShell.ts';
import { cancellable, fake, fromPage, Port, resetFake } from './fakeElectron.ts';

vi.mock('electron', async () => (await import('./fakeElectron.ts')).electronModule());

let pages: string;
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'tijarat-shell-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Tijarat</title>');
});
afterAll(() => rm(pages, { recursive: true }));
beforeEach(resetFake);

const said: string[] = [];
async function start(argv: string[] = []) {
  process.argv = ['electron', '/program', ...argv];
  await startShell({ programs: '/program/dist/main', pages, say: (line) => void said.push(line) });
  const [window, utility] = [fake.windows[0], fake.utilities[0]];
  if (!window || !utility) throw new Error('Nothing was started.');
  return { window, utility };
}

test('it starts one sandboxed, isolated window and one workbench', async () => {
  const { window, utility } = await start();
  expect(window.options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
    preload: '/program/dist/main/preload.cjs',
  });
  expect(window.loadURL).toHaveBeenCalledWith('tijarat://app/');
  expect(utility.args[0]).toBe('/program/dist/main/process.js');
  expect(utility.args[1]).toEqual(['--user-folder', '/paths/userData', '--host', 'electron']);
  expect(fake.app.enableSandbox).toHaveBeenCalled();
  window.emit('ready-to-show');
  expect(window.show).toHaveBeenCalled();
});

test('a second instance hands its file over and ends', async () => {
  fake.app.first = false;
  process.argv = ['electron', '/program'];
  await startShell({ programs: '/', pages, say: () => {} });
  expect(fake.app.quits).toBe(1);
  expect(fake.windows).toEqual([]);

  resetFake();
  const { window, utility } = await start();
  utility.emit('message', { type: 'ready' });
  fake.app.emit('second-instance', {}, ['electron', '/program', 'a.tijarat'], '/home/a');
  expect(utility.postMessage).toHaveBeenCalledWith({ type: 'openFile', path: '/home/a/a.tijarat' }, []);
  expect(window.focus).toHaveBeenCalled();
});

test('a file on the command line, or one that the system hands over, waits for the workbench', async () => {
  const { utility } = await start(['/data/exports.tijarat']);
  expect(utility.postMessage).not.toHaveBeenCalled();
  utility.emit('message', { type: 'ready' });
  expect(utility.postMessage).toHaveBeenCalledWith({ type: 'openFile', path: '/data/exports.tijarat' }, []);
  const event = cancellable();
  fake.app.emit('open-file', event, '/data/other.tijarat');
  expect(event.defaultPrevented).toBe(true);
  expect(utility.postMessage).toHaveBeenCalledWith({ type: 'openFile', path: '/data/other.tijarat' }, []);
});

test('the page gets a port to the workbench when it asks, and another when the workbench starts again', async () => {
  const { window, utility } = await start();
  fromPage(channels.ready);
  expect(utility.postMessage).toHaveBeenCalledWith({ type: 'window' }, [expect.any(Port)]);
  expect(window.webContents.postMessage).toHaveBeenCalledWith(channels.workbench, null, [expect.any(Port)]);
  const given = utility.postMessage.mock.calls[0]?.[1][0];
  expect(window.webContents.postMessage.mock.calls[0]?.[2][0]).toBe(given.other);

  utility.emit('exit', 134);
  expect(said.join()).toContain('code 134');
  await expect.poll(() => fake.utilities.length).toBe(2);
  expect(window.webContents.postMessage).toHaveBeenCalledTimes(2);
});

test('the window with unsaved changes closes only when its page agrees, and a quit goes on afterwards', async () => {
  const { window, utility } = await start();
  fromPage(channels.asksBeforeClose);

  fake.app.quit();
  expect(window.closed).toBe(false);
  expect(window.webContents.send).toHaveBeenCalledWith(channels.closeAsked);
  fromPage(channels.closeAnswered, false);
  expect(window.closed).toBe(false);
  expect(fake.app.ended).toBe(false);
  expect(utility.kill).not.toHaveBeenCalled();

  fake.app.quit();
  fromPage(channels.closeAnswered, true);
  expect(window.closed).toBe(true);
  expect(fake.app.ended).toBe(true);
  expect(utility.kill).toHaveBeenCalled();
});

test('a page that died is loaded again, and cannot hold the window open', async () => {
  const { window } = await start();
  fromPage(channels.asksBeforeClose);
  window.webContents.emit('render-process-gone');
  expect(window.webContents.reload).toHaveBeenCalled();
  window.close();
  expect(window.closed).toBe(true);
});

test('native dialogs answer with a path, or nothing when the user turned back', async () => {
  await start();
  const filters = [{ name: 'Projects', extensions: ['tijarat'] }];
  fake.openDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/a.tijarat'] });
  expect(await fromPage(channels.pickOpen, { title: 'Open', filters })).toBe('/a.tijarat');
  fake.openDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] });
  expect(await fromPage(channels.pickOpen, { title: 'Open', filters })).toBeNull();
  fake.openDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/a.csv', '/b.csv'] });
  expect(await fromPage(channels.pickOpenMany, { title: 'Import', filters })).toEqual(['/a.csv', '/b.csv']);
  expect(fake.openDialog.mock.calls.at(-1)?.[1]).toMatchObject({
    properties: ['openFile', 'multiSelections'],
  });
  fake.saveDialog.mockResolvedValueOnce({ canceled: false, filePath: '/d/a.tijarat' });
  const save = { title: 'Save', folder: '/d', name: 'a.tijarat', filters };
  expect(await fromPage(channels.pickSave, save)).toBe('/d/a.tijarat');
  expect(fake.saveDialog.mock.calls[0]?.[1]).toMatchObject({ defaultPath: '/d/a.tijarat' });
});

test('the title bar, the folder and the clipboard do as the page says', async () => {
  const { window } = await start();
  fromPage(channels.setWindow, { title: 'Exports', dirty: true, path: '/a.tijarat' });
  expect(window.setTitle).toHaveBeenCalledWith('Exports');
  expect(window.setDocumentEdited).toHaveBeenCalledWith(true);
  expect(window.setRepresentedFilename).toHaveBeenCalledWith('/a.tijarat');
  fromPage(channels.showInFolder, '/a.tijarat');
  expect(fake.showInFolder).toHaveBeenCalledWith('/a.tijarat');
  await fromPage(channels.copyPicture, new Uint8Array([1]));
  expect(fake.clipboard).toHaveBeenCalled();
});

test('the native menu carries shortcuts and runs commands by id', async () => {
  const { window } = await start();
  const item = { id: 'project.save', label: 'Save', shortcut: 'Ctrl S', enabled: true };
  fromPage(channels.setMenu, [{ label: 'File', items: [item] }]);
  const [, file] = fake.menu.mock.lastCall?.[0] ?? [];
  expect(file.submenu[0]).toMatchObject({ label: 'Save', accelerator: 'CommandOrControl+S', enabled: true });
  file.submenu[0].click();
  expect(window.webContents.send).toHaveBeenCalledWith(channels.command, 'project.save');
});

test('only the page of this program is heard, and its words are checked', async () => {
  const { window } = await start();
  const hear = fake.heard.get(channels.setWindow);
  const state = { title: 'x', dirty: false };
  const stranger = { sender: {}, senderFrame: window.webContents.mainFrame };
  expect(() => hear?.(stranger, state)).toThrow('Not the page');
  const frame = { sender: window.webContents, senderFrame: { url: 'tijarat://app/' } };
  expect(() => hear?.(frame, state)).toThrow('Not the page');
  expect(() => fromPage(channels.setWindow, { title: 1 })).toThrow();
  expect(() => fromPage(channels.showInFolder, 'relative')).toThrow();
});

test('the page is served from memory under a strict policy, and nothing else', async () => {
  await start();
  expect(fake.schemes[0]).toMatchObject({ scheme: 'tijarat', privileges: { standard: true, secure: true } });
  const get = (url: string) => fake.page?.(new Request(url));
  expect(await get('tijarat://app/')?.text()).toContain('Tijarat');
  expect(get('tijarat://app/')?.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(get('tijarat://app/../package.json')?.status).toBe(404);
  expect(get('tijarat://other/index.html')?.status).toBe(404);
});

test('every request but the program’s own is blocked, and so are permissions, windows and navigation', async () => {
  const { window } = await start();
  const blocked = (url: string) => {
    let cancelled: boolean | undefined;
    fake.onRequest?.({ url }, ({ cancel }) => {
      cancelled = cancel;
    });
    return cancelled;
  };
  expect(blocked('tijarat://app/index.js')).toBe(false);
  for (const url of [
    'https://example.org/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'ws://localhost/',
    'tijarat://application/',
    'data:text/html,x',
  ])
    expect(blocked(url), url).toBe(true);

  const asked = (name: string) => {
    let given: boolean | undefined;
    fake.permission?.(null, name, (answer) => {
      given = answer;
    });
    return given;
  };
  expect(asked('geolocation')).toBe(false);
  expect(asked('media')).toBe(false);
  expect(asked('clipboard-sanitized-write')).toBe(true);
  // Asked for by "Paste as new table" alone.
  expect(asked('clipboard-read')).toBe(true);

  expect(window.webContents.openHandler?.({ url: 'https://example.org' })).toEqual({ action: 'deny' });
  for (const name of ['will-navigate', 'will-attach-webview']) {
    const event = cancellable();
    window.webContents.emit(name, event);
    expect(event.defaultPrevented).toBe(true);
  }
});
