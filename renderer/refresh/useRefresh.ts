import { useCallback, useEffect, useRef, useState } from 'react';
import { CANCELLED, type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import type { RefreshAnswers, RefreshPlan } from '../../shared/contract/refreshing.ts';
import { client } from '../app/client.ts';
import { useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';

export interface RefreshState {
  plan: RefreshPlan | null;
  problem: ProblemData | null;
  /** What is being done, as the reader tells it; null while it rests. */
  work: string | null;
  change: (answers: Partial<RefreshAnswers>) => void;
  /** Makes it so. The rows that were added; null where it was refused (and said so). */
  accept: () => Promise<number | null>;
}

/** A newer file on its way into a table. The newest answer aborts the older; leaving forgets the file. */
export function useRefresh(table: string, path: string): RefreshState {
  const [plan, setPlan] = useState<RefreshPlan | null>(null);
  const [problem, setProblem] = useState<ProblemData | null>(null);
  const [work, setWork] = useState<string | null>('');
  const running = useRef<AbortController | null>(null);
  const connected = useProject((state) => state.connected);

  const ask = useCallback(
    async (
      call: (options: {
        signal: AbortSignal;
        onProgress: (told: { note: string }) => void;
      }) => Promise<RefreshPlan>,
    ) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setWork('');
      const onProgress = ({ note }: { note: string }) => running.current === controller && setWork(note);
      try {
        setPlan(await call({ signal: controller.signal, onProgress }));
        setProblem(null);
      } catch (error) {
        const found = toProblemData(error);
        if (found.code !== CANCELLED) setProblem(found);
      } finally {
        if (running.current === controller) setWork(null);
      }
    },
    [],
  );

  // A workbench that was started again has forgotten the file: it is read anew.
  useEffect(() => {
    if (!connected) return;
    void ask((options) => client().call('refresh.plan', { table, path }, options));
    return () => running.current?.abort();
  }, [connected, table, path, ask]);

  const id = plan?.id;
  useEffect(() => {
    if (id === undefined) return;
    return () => {
      if (useProject.getState().connected) client().call('refresh.drop', { id }).catch(reportProblem);
    };
  }, [id]);

  return {
    plan,
    problem,
    work,
    change: (answers) => {
      if (plan)
        void ask((options) =>
          client().call('refresh.change', { id: plan.id, answers: { ...plan.answers, ...answers } }, options),
        );
    },
    accept: async () => {
      if (!plan) return null;
      setWork('');
      try {
        return (await client().call('refresh.accept', { id: plan.id })).rows;
      } catch (error) {
        reportProblem(error);
        return null;
      } finally {
        setWork(null);
      }
    },
  };
}
