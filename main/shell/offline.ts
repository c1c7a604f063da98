import { app, type Session, type WebContents } from 'electron';
import { PAGE } from './channels.ts';

/** Kinds of permission that the page needs; everything else is denied without a question. */
const granted = new Set(['clipboard-sanitized-write', 'clipboard-read']);

/** Whether a request stays inside the program. */
export function isOwn(url: string): boolean {
  return url.startsWith(PAGE) || url.startsWith(`blob:${PAGE}`) || url.startsWith('data:image/');
}

/** Nothing leaves this computer and nothing foreign is shown, even if a page were tricked into asking. */
export function guardSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url) }));
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(granted.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Every page that ever comes to be: no navigation, no further windows, no embedded pages. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
