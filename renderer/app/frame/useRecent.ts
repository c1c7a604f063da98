import { useEffect, useState } from 'react';
import type { RecentProject } from '../../../shared/contract/app.ts';
import { client } from '../client.ts';
import { useProject } from '../projectStore.ts';
import { reportProblem } from '../reportProblem.ts';

/** The projects that were open lately, newest first; read again whenever another project opens or is saved. */
export function useRecent(): { recent: readonly RecentProject[]; forget: (path: string) => Promise<void> } {
  const [recent, setRecent] = useState<readonly RecentProject[]>([]);
  const connected = useProject((state) => state.connected);
  const path = useProject((state) => state.status.path);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `path` changes when a project is opened, saved elsewhere or closed
  useEffect(() => {
    if (!connected) return;
    client().call('app.recent', null).then(setRecent).catch(reportProblem);
  }, [connected, path]);

  const forget = async (gone: string) => {
    await client().call('app.forgetRecent', { path: gone });
    setRecent((before) => before.filter((entry) => entry.path !== gone));
  };
  return { recent, forget };
}
