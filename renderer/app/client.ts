import { pack, unpack } from 'msgpackr';
import { type Client, connectionLost, createClient } from '../../shared/contract/client.ts';
import type { Channel, ToWorkbench } from '../../shared/contract/wire.ts';

/**
 * The window's one connection to the workbench. In Electron the preload hands over a message port; in the browser host it is a
 * WebSocket that needs the token of the URL's fragment. When the workbench is started again, a new connection is made and
 * `onConnection` listeners are told; calls in flight fail with `workbench.lost`.
 */
let current: Client | undefined;
const listeners = new Set<(client: Client | undefined) => void>();

/** While the workbench is being started again a call fails as one that was under way does. */
const away: Client = {
  call: () => Promise.reject(connectionLost()),
  on: () => () => undefined,
};

export function client(): Client {
  return current ?? away;
}

/** Told at once and whenever the connection is made (a client) or lost (undefined). */
export function onConnection(listener: (client: Client | undefined) => void): () => void {
  listeners.add(listener);
  listener(current);
  return () => void listeners.delete(listener);
}

function connected(channel: Channel<ToWorkbench, unknown>): void {
  const made = createClient(channel);
  current = made;
  channel.onClose(() => {
    if (current === made) current = undefined;
    for (const listener of listeners) listener(current);
  });
  for (const listener of listeners) listener(made);
}

export function connect(): void {
  if (window.tijaratHost) connectPort();
  else connectSocket();
}

/** The preload posts `{ tijarat: 'workbench' }` with a port, at the start and after each restart of the workbench. */
function connectPort(): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.data?.tijarat !== 'workbench') return;
    const port = event.ports[0];
    if (port) connected(portChannel(port));
  });
  window.postMessage({ tijarat: 'ready' }, location.origin === 'null' ? '*' : location.origin);
}

function portChannel(port: MessagePort): Channel<ToWorkbench, unknown> {
  return {
    post: (message) => port.postMessage(message),
    listen: (onMessage) => {
      port.onmessage = (event) => onMessage(event.data);
    },
    onClose: (callback) => port.addEventListener('close', callback),
  };
}

const TOKEN = 'tijarat.token';

/** The token is taken from the fragment once and kept for reloads of this tab. */
function token(): string {
  const given = location.hash.slice(1);
  if (given) {
    sessionStorage.setItem(TOKEN, given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(TOKEN) ?? '';
}

function connectSocket(): void {
  const secret = token();
  let wait = 100;
  const open = () => {
    const socket = new WebSocket(`ws://${location.host}/workbench`, ['tijarat', secret]);
    socket.binaryType = 'arraybuffer';
    const closed: (() => void)[] = [];
    socket.onopen = () => {
      wait = 100;
      connected({
        post: (message) => {
          // While it closes nothing can be sent: the call fails with those under way, at the close.
          if (socket.readyState === WebSocket.OPEN) socket.send(pack(message) as Uint8Array<ArrayBuffer>);
        },
        listen: (onMessage) => {
          socket.onmessage = (event) => onMessage(unpack(new Uint8Array(event.data as ArrayBuffer)));
        },
        onClose: (callback) => void closed.push(callback),
      });
    };
    socket.onclose = () => {
      for (const callback of closed) callback();
      setTimeout(open, wait);
      wait = Math.min(wait * 2, 2000);
    };
  };
  open();
}
