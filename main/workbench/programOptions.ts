import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import type { BenchOptions } from './bench.ts';

/** What the real program gives its workbench: the system's clock and chance, and its own folders. */
export function programOptions(own: Pick<BenchOptions, 'userFolder' | 'hostKind' | 'log'>): BenchOptions {
  return {
    ...own,
    version: manifest.version,
    now: () => new Date(),
    newId: () => `i${randomBytes(9).toString('hex')}`,
    // The bundle is flat: there, too, the assets are two folders up.
    assetsFolder: fileURLToPath(new URL('../../assets', import.meta.url)),
  };
}
