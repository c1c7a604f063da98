import { useEffect, useState } from 'react';
import type { EditHistory } from '../../../shared/contract/editing.ts';
import { client } from '../client.ts';
import { useProject } from '../projectStore.ts';
import { reportProblem } from '../reportProblem.ts';

/** The history of the open project, asked anew whenever a step was made, undone or redone, or the project was saved. */
export function useEditHistory(): EditHistory | null {
  const [history, setHistory] = useState<EditHistory | null>(null);
  const status = useProject((project) => project.status);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every status may mean another history
  useEffect(() => {
    let isLatest = true;
    client()
      .call('edit.history', null)
      .then((answer) => {
        if (isLatest) setHistory(answer);
      })
      .catch(reportProblem);
    return () => {
      isLatest = false;
    };
  }, [status]);
  return history;
}
