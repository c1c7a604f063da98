import type { Channel } from '../../shared/contract/wire.ts';

/** Electron's MessagePortMain, as far as it is used; main/workbench must not import electron. */
export interface UtilityPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  postMessage(message: unknown): void;
  start(): void;
}

/** A window's message port: messages travel by structured clone, typed arrays as they are. */
export function utilityChannel(port: UtilityPort): Channel<unknown, unknown> {
  return {
    post: (message) => port.postMessage(message),
    listen(onMessage) {
      port.on('message', ({ data }) => onMessage(data));
      port.start();
    },
    onClose: (callback) => port.on('close', callback),
  };
}
