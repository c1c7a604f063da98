import type { Channel } from '../../shared/contract/wire.ts';

/** What the browser host sends to the workbench's process (child_process IPC, advanced serialization). */
export type ToProcess =
  | { type: 'open'; window: number }
  | { type: 'data'; window: number; bytes: Uint8Array }
  | { type: 'close'; window: number }
  | { type: 'openFile'; path: string };

/** What the process answers. `ready` comes once, when calls are answered and an interrupted project is back. */
export type FromProcess = { type: 'ready' } | { type: 'data'; window: number; bytes: Uint8Array };

/** What Electron's main process posts to the utility process; `window` brings a MessagePort in `ports[0]`. */
export type ToUtility = { type: 'window' } | { type: 'openFile'; path: string };

/** The packing of one message: msgpackr with structures that keep typed arrays. */
export interface Codec {
  pack(message: unknown): Uint8Array;
  unpack(bytes: Uint8Array): unknown;
}

export interface WindowChannel extends Channel<unknown, unknown> {
  /** Bytes that arrived for this window. */
  receive(bytes: Uint8Array): void;
  /** The window is gone. */
  closed(): void;
}

/** One window's channel over any carrier of bytes; `send` is the carrier's way out. Usable on both ends. */
export function windowChannel(send: (bytes: Uint8Array) => void, codec: Codec): WindowChannel {
  let onMessage: ((message: unknown) => void) | undefined;
  const waiting: unknown[] = [];
  const onClosed: (() => void)[] = [];
  let open = true;
  return {
    post(message) {
      if (open) send(codec.pack(message));
    },
    listen(listener) {
      onMessage = listener;
      for (const message of waiting.splice(0)) listener(message);
    },
    onClose(callback) {
      if (open) onClosed.push(callback);
      else callback();
    },
    receive(bytes) {
      const message = codec.unpack(bytes);
      if (onMessage) onMessage(message);
      else waiting.push(message);
    },
    closed() {
      if (!open) return;
      open = false;
      for (const callback of onClosed) callback();
    },
  };
}
