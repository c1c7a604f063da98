import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type LoopbackServer, startServer } from '../../../main/browser/server.ts';
import { readPages } from '../../../main/starting/readPages.ts';

const token = 'a-token-of-this-test';
let folder: string;
let server: LoopbackServer;
let windows = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-server-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Tijarat</title>');
  await writeFile(join(folder, 'start.js'), 'export {};');
  await writeFile(join(folder, 'secret.key'), 'no page needs this');
  server = await startServer({
    pages: await readPages(folder),
    token,
    onWindow: () => {
      windows += 1;
    },
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** A request written by hand: fetch would correct the path and the Host header. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

function connect(options: { protocols?: string[]; origin?: string; host?: string; path?: string }) {
  const home = `127.0.0.1:${server.port}`;
  const socket = new WebSocket(
    `ws://${home}${options.path ?? '/workbench'}`,
    options.protocols ?? ['tijarat', token],
    { origin: options.origin ?? `http://${home}`, headers: { host: options.host ?? home } },
  );
  return new Promise<'open' | 'refused'>((resolve) => {
    socket.once('open', () => {
      socket.close();
      resolve('open');
    });
    socket.once('error', () => resolve('refused'));
  });
}

test('the page and its scripts answer without the token, under a strict policy', async () => {
  const page = await get('/');
  expect(page.status).toBe(200);
  expect(page.body).toContain('Tijarat');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
  expect(page.headers['content-security-policy']).not.toContain('unsafe-eval');
  expect(page.headers['x-content-type-options']).toBe('nosniff');
  expect(page.headers['referrer-policy']).toBe('no-referrer');
  expect(page.headers['cache-control']).toBe('no-store');
  expect((await get('/start.js')).headers['content-type']).toContain('javascript');
});

test.each([
  '/assets/',
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '//etc/passwd',
  '/secret.key',
  '/__proto__',
  '/index.html/',
])('there is no listing and no way to other files: %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('another host name is refused, as DNS rebinding would use one', async () => {
  expect((await get('/', { host: `tijarat.example:${server.port}` })).status).toBe(403);
  expect((await get('/', { host: '127.0.0.1' })).status).toBe(403);
});

test('nothing can be sent but requests for pages', async () => {
  expect((await get('/', {}, 'POST')).status).toBe(405);
});

test('the workbench answers only to a page of this server that knows the token', async () => {
  expect(await connect({})).toBe('open');
  expect(windows).toBe(1);
  expect(await connect({ protocols: ['tijarat', `${token}x`] })).toBe('refused');
  expect(await connect({ protocols: ['tijarat'] })).toBe('refused');
  expect(await connect({ protocols: ['other', token] })).toBe('refused');
  expect(await connect({ origin: 'https://example.org' })).toBe('refused');
  expect(await connect({ origin: 'null' })).toBe('refused');
  expect(await connect({ host: 'tijarat.example' })).toBe('refused');
  expect(await connect({ path: '/other' })).toBe('refused');
  expect(windows).toBe(1);
});
