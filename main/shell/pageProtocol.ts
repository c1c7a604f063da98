import { protocol } from 'electron';
import { pageHeaders } from '../starting/pageHeaders.ts';
import type { PageFile } from '../starting/readPages.ts';

/** Before the app is ready: `tijarat:` is an origin of its own, as safe as https, and not file:. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'tijarat', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page, which was read whole: no address becomes a path on the disk. */
export function servePages(pages: ReadonlyMap<string, PageFile>): void {
  protocol.handle('tijarat', ({ url, method }) => {
    const { host, pathname } = new URL(url);
    const page = host === 'app' && method === 'GET' ? pages.get(pathname) : undefined;
    if (!page) return new Response(null, { status: 404, headers: pageHeaders() });
    return new Response(page.bytes, { headers: { ...pageHeaders(), 'Content-Type': page.type } });
  });
}
