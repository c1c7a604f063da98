import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses: the page is served from http://127.0.0.1 and from tijarat://app alike.
  base: './',
  plugins: [react()],
  resolve: {
    // msgpackr's main entry tries `new Function`, which the page's content security policy refuses and reports.
    alias: { msgpackr: fileURLToPath(import.meta.resolve('msgpackr/index-no-eval')) },
  },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    // Nothing as data: address: the policy allows fonts and scripts from the program alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
});
