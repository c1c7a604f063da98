import type { Host } from '../../shared/contract/host.ts';
import { browserHost } from './browserHost.ts';

/** The program around this window: Electron's, or our own dialogs in a browser. */
export const host: Host = window.tijaratHost ?? browserHost;
