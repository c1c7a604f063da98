import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { buildTable } from '../importing/buildTable.ts';
import type { BenchOptions } from './bench.ts';

/** What the real program gives its workbench: the system's clock and chance, and its own folders. */
export function programOptions(own: Pick<BenchOptions, 'userFolder' | 'hostKind' | 'log'>): BenchOptions {
  const newId = () => `i${randomBytes(9).toString('hex')}`;
  return {
    ...own,
    version: manifest.version,
    now: () => new Date(),
    newId,
    rebuild: (project, table, signal) => buildTable(project, table, newId, signal),
    // The bundle is flat: there, too, the assets are two folders up.
    assetsFolder: fileURLToPath(new URL('../../assets', import.meta.url)),
  };
}
