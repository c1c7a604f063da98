import { useEffect, useRef, useState } from 'react';
import type { Progress } from '../../shared/contract/define.ts';
import type { GroupWanted, ManyFiles } from '../../shared/contract/manyFiles.ts';
import { CANCELLED, type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { client } from '../app/client.ts';
import { useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';

interface Work {
  kind: 'reading' | 'changing' | 'importing';
  note: string;
  done: number;
  total: number | undefined;
}

interface CallOptions {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

interface ManyFilesState {
  found: ManyFiles | null;
  problem: ProblemData | null;
  work: Work | null;
  /** Runs another recipe over the files of a group. */
  change: (group: number, recipe: Recipe) => Promise<void>;
  /** Makes a file a group of its own; whether that went. */
  setApart: (group: number, path: string) => Promise<boolean>;
  /** Makes the tables; the first one's id, or null where that was cancelled or failed (and was said). */
  run: (groups: GroupWanted[]) => Promise<string | null>;
  cancel: () => void;
}

/** Files on their way in together; leaving stops the reading and forgets them. */
export function useManyFiles(
  files: readonly { path: string; name?: string }[],
  others: readonly string[],
): ManyFilesState {
  const [found, setFound] = useState<ManyFiles | null>(null);
  const [problem, setProblem] = useState<ProblemData | null>(null);
  const [work, setWork] = useState<Work | null>(null);
  const running = useRef<AbortController | null>(null);
  const connected = useProject((state) => state.connected);
  const asked = JSON.stringify({ files, others });

  // A workbench that was started again has forgotten the files: they are read anew.
  useEffect(() => {
    if (!connected) return;
    const controller = new AbortController();
    running.current = controller;
    setFound(null);
    setProblem(null);
    client()
      .call('importMany.inspect', JSON.parse(asked), {
        signal: controller.signal,
        onProgress: ({ done, total, note }) => setWork({ kind: 'reading', done, total, note }),
      })
      .then(setFound, (error) => {
        const found = toProblemData(error);
        if (found.code !== CANCELLED) setProblem(found);
      })
      .finally(() => setWork(null));
    return () => controller.abort();
  }, [asked, connected]);

  const id = found?.id;
  useEffect(() => {
    if (id === undefined) return;
    return () => {
      if (useProject.getState().connected) client().call('importMany.drop', { id }).catch(reportProblem);
    };
  }, [id]);

  /** One piece of work at a time; null where it was cancelled or failed (and that was said). */
  const during = async <T>(
    kind: Work['kind'],
    ask: (options: CallOptions) => Promise<T>,
  ): Promise<T | null> => {
    const controller = new AbortController();
    running.current = controller;
    setWork({ kind, note: '', done: 0, total: undefined });
    try {
      return await ask({
        signal: controller.signal,
        onProgress: ({ done, total, note }) => setWork({ kind, done, total, note }),
      });
    } catch (error) {
      reportProblem(error);
      return null;
    } finally {
      setWork(null);
    }
  };
  const changed = async (ask: (options: CallOptions) => Promise<ManyFiles>) => {
    const now = await during('changing', ask);
    if (now) setFound(now);
    return now !== null;
  };
  return {
    found,
    problem,
    work,
    async change(group, recipe) {
      if (id !== undefined)
        await changed((options) => client().call('importMany.change', { id, group, recipe }, options));
    },
    async setApart(group, path) {
      if (id === undefined) return false;
      return await changed((options) => client().call('importMany.setApart', { id, group, path }, options));
    },
    async run(groups) {
      if (id === undefined) return null;
      const made = await during('importing', (options) =>
        client().call('importMany.run', { id, groups }, options),
      );
      return made?.tables[0]?.table ?? null;
    },
    cancel: () => running.current?.abort(),
  };
}
