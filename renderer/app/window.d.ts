import type { Host } from '../../shared/contract/host.ts';

declare global {
  interface Window {
    /** What Electron's preload exposes; absent in the browser host. */
    tijaratHost?: Host;
  }
}
