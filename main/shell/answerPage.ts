import { isAbsolute, join } from 'node:path';
import {
  app,
  ClipboardItem,
  clipboard,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  shell,
} from 'electron';
import { z } from 'zod';
import { channels, PAGE } from './channels.ts';
import type { MainWindow } from './mainWindow.ts';
import { setNativeMenu } from './nativeMenu.ts';

const Filters = z.array(z.strictObject({ name: z.string(), extensions: z.array(z.string().regex(/^\w+$/)) }));
const Open = z.strictObject({ title: z.string(), folder: z.string().optional(), filters: Filters });
const Save = Open.extend({ name: z.string() });
const State = z.strictObject({ title: z.string(), dirty: z.boolean(), path: z.string().optional() });
const Path = z.string().refine((path) => isAbsolute(path));
const Menu = z.array(
  z.strictObject({
    label: z.string(),
    items: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        shortcut: z.string().optional(),
        enabled: z.boolean(),
        checked: z.boolean().optional(),
      }),
    ),
  }),
);

interface Page {
  /** The window that shows the page, if it is open. */
  main(): MainWindow | undefined;
  /** The page wants its port to the workbench. */
  onReady(contents: Electron.WebContents): void;
}

/** What the page may ask of the desktop. Only the main frame of the program's own window is heard, and its words are checked. */
export function answerPage({ main, onReady }: Page): void {
  const sender = (event: IpcMainEvent | IpcMainInvokeEvent): MainWindow => {
    const owner = main();
    const own =
      owner?.window.webContents === event.sender &&
      event.senderFrame === event.sender.mainFrame &&
      event.senderFrame?.url.startsWith(PAGE);
    if (!owner || !own) throw new Error('Not the page of this program.');
    return owner;
  };
  const hear = <T>(name: string, schema: z.ZodType<T>, use: (from: MainWindow, value: T) => void) => {
    ipcMain.on(name, (event, value: unknown) => use(sender(event), schema.parse(value)));
  };
  const answer = <T, R>(
    name: string,
    schema: z.ZodType<T>,
    use: (from: MainWindow, value: T) => R | Promise<R>,
  ) => {
    ipcMain.handle(name, (event, value: unknown) => use(sender(event), schema.parse(value)));
  };

  answer(channels.pickOpen, Open, async ({ window }, { title, folder, filters }) => {
    const picked = await dialog.showOpenDialog(window, {
      title,
      filters,
      ...(folder && { defaultPath: folder }),
      properties: ['openFile'],
    });
    return picked.filePaths[0] ?? null;
  });
  answer(channels.pickOpenMany, Open, async ({ window }, { title, folder, filters }) => {
    const picked = await dialog.showOpenDialog(window, {
      title,
      filters,
      ...(folder && { defaultPath: folder }),
      properties: ['openFile', 'multiSelections'],
    });
    return picked.filePaths;
  });
  answer(channels.pickSave, Save, async ({ window }, { title, folder, name, filters }) => {
    const defaultPath = join(folder ?? app.getPath('documents'), name);
    const picked = await dialog.showSaveDialog(window, { title, filters, defaultPath });
    return picked.canceled ? null : picked.filePath;
  });
  answer(channels.copyPicture, z.instanceof(Uint8Array), (_from, png) => {
    const picture = new Blob([new Uint8Array(png)], { type: 'image/png' });
    return clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  });
  hear(channels.ready, z.undefined(), ({ window }) => onReady(window.webContents));
  hear(channels.setWindow, State, ({ window }, { title, dirty, path }) => {
    window.setTitle(title);
    window.setDocumentEdited(dirty);
    window.setRepresentedFilename(path ?? '');
  });
  hear(channels.asksBeforeClose, z.undefined(), (from) => from.asksBeforeClose());
  hear(channels.closeAnswered, z.boolean(), (from, may) => from.closeAnswered(may));
  hear(channels.closeWindow, z.undefined(), ({ window }) => window.close());
  hear(channels.showInFolder, Path, (_from, path) => shell.showItemInFolder(path));
  hear(channels.setMenu, Menu, ({ window }, menu) =>
    setNativeMenu(menu, (id) => window.webContents.send(channels.command, id)),
  );
}
