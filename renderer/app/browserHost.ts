import type { Host } from '../../shared/contract/host.ts';
import { askFile } from './files/askFile.ts';

let dirtyTitle = false;

// The browser shows its own words; asking at all is all that a page may do.
window.addEventListener('beforeunload', (event) => {
  if (dirtyTitle) event.preventDefault();
});

/** A browser tab or app window: files are picked in our own dialog, which lists folders through the workbench. */
export const browserHost: Host = {
  kind: 'browser',
  platform: /Win/.test(navigator.platform) ? 'win32' : /Mac/.test(navigator.platform) ? 'darwin' : 'linux',
  pickOpen: async (options) => (await askFile({ mode: 'open', ...options }))?.[0] ?? null,
  pickOpenMany: async (options) => (await askFile({ mode: 'open', many: true, ...options })) ?? [],
  pickSave: async (options) => (await askFile({ mode: 'save', ...options }))?.[0] ?? null,
  setWindow({ title, dirty }) {
    document.title = dirty ? `• ${title}` : title;
    dirtyTitle = dirty;
  },
};
