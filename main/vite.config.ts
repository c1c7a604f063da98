import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const path = (file: string) => join(import.meta.dirname, file);

/** A source that starts another by its file finds the other's bundle in the same folder. */
const besideEachOther: Plugin = {
  name: 'programs-beside-each-other',
  // Before TypeScript is taken away, which writes the quotes anew.
  enforce: 'pre',
  transform: (code) =>
    code.replace(/new URL\('[./\w]*?(\w+)\.ts', import\.meta\.url\)/g, "new URL('./$1.js', import.meta.url)"),
};

/** Bundles by name. A program that is started by its file lies beside the others under the name of its source. */
const programs = {
  electron: path('electron.ts'),
  cli: path('cli.ts'),
  process: path('workbench/process.ts'),
  importerChild: path('importing/importerChild.ts'),
};

/**
 * Bundles the programs of the packed application into dist/main: everything but Electron and the packages that hold native code.
 * The preload is built alone (`--mode preload`): a sandboxed preload is one CommonJS file.
 */
export default defineConfig(({ mode }) => {
  const preload = mode === 'preload';
  return {
    root: import.meta.dirname,
    publicDir: false,
    plugins: [besideEachOther],
    ssr: { noExternal: true, external: ['electron', '@duckdb/node-api', '@resvg/resvg-js'] },
    build: {
      ssr: true,
      outDir: '../dist/main',
      emptyOutDir: !preload,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: preload ? { preload: path('shell/preload.ts') } : programs,
        output: preload
          ? { format: 'cjs', entryFileNames: '[name].cjs' }
          : // Flat: what the sources find two folders up (assets) is two folders up here as well.
            { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
});
