import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { pageHeaders } from '../starting/pageHeaders.ts';
import type { PageFile } from '../starting/readPages.ts';
import { isToken } from './token.ts';

export interface LoopbackServer {
  readonly port: number;
  close(): Promise<void>;
}

interface ServerOptions {
  pages: ReadonlyMap<string, PageFile>;
  token: string;
  onWindow(socket: WebSocket): void;
  /** 0, a free one, unless a test needs to know. */
  port?: number;
}

/** A dropped file travels in one message. */
const LARGEST_MESSAGE = 512 * 1024 * 1024;

/**
 * Serves the page on 127.0.0.1 alone. The page and its scripts answer to anyone on this computer; the WebSocket, and so all data,
 * only to a page of this server that knows the token. Requests under another host name are refused (DNS rebinding).
 */
export async function startServer({
  pages,
  token,
  onWindow,
  port: wanted = 0,
}: ServerOptions): Promise<LoopbackServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: wanted, exclusive: true }, resolve);
  });
  const { port } = server.address() as AddressInfo; // A listening TCP server has an address of this kind.
  const host = `127.0.0.1:${port}`;
  const headers = pageHeaders(`ws://127.0.0.1:${port}`);

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const refuse = (status: number) => response.writeHead(status, headers).end();
    if (request.headers.host !== host) return refuse(403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const page = pages.get((request.url ?? '').split('?')[0] ?? '');
    if (!page) return refuse(404);
    response.writeHead(200, { ...headers, 'Content-Type': page.type, 'Content-Length': page.bytes.length });
    response.end(request.method === 'HEAD' ? undefined : page.bytes);
  });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    handleProtocols: () => 'tijarat',
  });
  server.on('upgrade', (request: IncomingMessage, stream, head) => {
    const [name, given] = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((p) => p.trim());
    const allowed =
      request.headers.host === host &&
      request.headers.origin === `http://${host}` &&
      request.url === '/workbench' &&
      name === 'tijarat' &&
      isToken(token, given);
    if (!allowed) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, onWindow);
  });

  return {
    port,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
