import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

/**
 * Bundles the programs of the packed application into dist/main: everything but Electron and the packages that hold native code.
 * The preload is built alone (`--mode preload`): a sandboxed preload is one CommonJS file.
 */
export default defineConfig(({ mode }) => {
  const preload = mode === 'preload';
  return {
    root: import.meta.dirname,
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', '@duckdb/node-api', '@resvg/resvg-js'] },
    build: {
      ssr: true,
      outDir: '../dist/main',
      emptyOutDir: !preload,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: preload ? { preload: join(import.meta.dirname, 'shell/preload.ts') } : programs(),
        output: preload
          ? { format: 'cjs', entryFileNames: '[name].cjs' }
          : // Flat: what the sources find two folders up (assets) is two folders up here as well.
            { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
});

function programs(): Record<string, string> {
  const sources = {
    electron: 'electron.ts',
    cli: 'cli.ts',
    process: 'workbench/process.ts',
    importerChild: 'importing/importerChild.ts',
  };
  const entries = Object.entries(sources).map(([name, file]) => [name, join(import.meta.dirname, file)]);
  const missing = entries.filter(([, path]) => !existsSync(String(path)));
  if (missing.length > 0) throw new Error(`Not found: ${missing.map(([, path]) => path).join(', ')}`);
  return Object.fromEntries(entries);
}
