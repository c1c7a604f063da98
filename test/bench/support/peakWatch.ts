import { readFile } from 'node:fs/promises';
import type { SpawnImporter } from '../../../main/importing/importerProcess.ts';

const LOOK_MS = 25;

/** Importers whose memory is watched: `megabytes` is the most that one of them held; NaN elsewhere than on Linux. */
export function peakWatch(fork: SpawnImporter): {
  spawn: SpawnImporter;
  megabytes(): number;
  stop(): void;
} {
  const pids: number[] = [];
  let most = Number.NaN;
  // A process that has ended tells nothing: it is asked while it works.
  const looking = setInterval(async () => {
    for (const megabytes of await Promise.all(pids.map(peakOf)))
      if (megabytes !== undefined && !(megabytes <= most)) most = megabytes;
  }, LOOK_MS);
  return {
    spawn() {
      const started = fork();
      if (started.pid !== undefined) pids.push(started.pid);
      return started;
    },
    megabytes: () => most,
    stop: () => clearInterval(looking),
  };
}

async function peakOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s*(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}
