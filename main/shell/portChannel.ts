import type { MessagePortMain } from 'electron';
import type { Channel } from '../../shared/contract/wire.ts';

/** A port of Electron's main process as a carrier of the contract. */
export function portChannel(port: MessagePortMain): Channel<unknown, unknown> {
  return {
    post: (message) => port.postMessage(message),
    listen(onMessage) {
      port.on('message', (event) => onMessage(event.data));
      port.start();
    },
    onClose: (callback) => void port.on('close', callback),
  };
}
