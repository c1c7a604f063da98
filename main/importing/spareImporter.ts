import type { ImporterProcess, SpawnImporter } from './importerProcess.ts';

/** Other work comes first: a project that opens, a file that is being read. */
const DELAY_MS = 1000;

export interface SpareImporter {
  /** Takes the process that waits, else starts one; another is started soon after. */
  spawn: SpawnImporter;
  /** Has one started, if none waits. */
  warm(): void;
  end(): void;
}

/** A process that waits for the next file: starting one takes longer than the first look at most files. */
export function spareImporter(spawn: SpawnImporter): SpareImporter {
  let waiting: ImporterProcess | undefined;
  let soon: NodeJS.Timeout | undefined;
  const warm = () => {
    if (waiting || soon) return;
    soon = setTimeout(() => {
      soon = undefined;
      const started = spawn();
      waiting = started;
      started.idle?.(true);
      started.post({ id: 0, kind: 'warm' });
      started.onExit(() => {
        if (waiting === started) waiting = undefined;
      });
    }, DELAY_MS);
    soon.unref();
  };
  return {
    spawn() {
      const taken = waiting;
      waiting = undefined;
      taken?.idle?.(false);
      warm();
      return taken ?? spawn();
    },
    warm,
    end() {
      clearTimeout(soon);
      waiting?.kill();
      waiting = undefined;
    },
  };
}
