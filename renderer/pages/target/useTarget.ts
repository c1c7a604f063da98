import { useEffect, useState } from 'react';
import { CANCELLED, type ProblemData, toProblemData } from '../../../shared/contract/problem.ts';
import type { TargetAnswer } from '../../../shared/contract/views.ts';
import { client } from '../../app/client.ts';
import { useProject } from '../../app/projectStore.ts';

/** The arithmetic of a target, worked out again whenever the project changes. The last answer stays until the next is there. */
export function useTarget(id: string): {
  answer: TargetAnswer | null;
  problem: ProblemData | null;
  retry(): void;
} {
  const sequence = useProject(({ status }) => status.sequence);
  const [state, setState] = useState<{ answer: TargetAnswer | null; problem: ProblemData | null }>({
    answer: null,
    problem: null,
  });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: any committed change may change the figures
  useEffect(() => {
    const controller = new AbortController();
    client()
      .call('views.target', { target: id }, { signal: controller.signal })
      .then((answer) => setState({ answer, problem: null }))
      .catch((error) => {
        const problem = toProblemData(error);
        if (problem.code !== CANCELLED) setState({ answer: null, problem });
      });
    return () => controller.abort();
  }, [id, sequence, tries]);
  return { ...state, retry: () => setTries((count) => count + 1) };
}
