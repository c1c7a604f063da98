import { useEffect, useRef, useState } from 'react';
import type { GroupWanted, ManyFiles } from '../../shared/contract/manyFiles.ts';
import { CANCELLED, type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import { client } from '../app/client.ts';
import { useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';

interface Work {
  kind: 'reading' | 'importing';
  note: string;
  done: number;
  total: number | undefined;
}

interface ManyFilesState {
  found: ManyFiles | null;
  problem: ProblemData | null;
  work: Work | null;
  /** Makes the tables; the first one's id, or null where that was cancelled or failed (and was said). */
  run: (groups: GroupWanted[]) => Promise<string | null>;
  cancel: () => void;
}

/** Files on their way in together; leaving stops the reading and forgets them. */
export function useManyFiles(files: readonly { path: string; name?: string }[]): ManyFilesState {
  const [found, setFound] = useState<ManyFiles | null>(null);
  const [problem, setProblem] = useState<ProblemData | null>(null);
  const [work, setWork] = useState<Work | null>(null);
  const running = useRef<AbortController | null>(null);
  const connected = useProject((state) => state.connected);
  const asked = JSON.stringify(files);

  // A workbench that was started again has forgotten the files: they are read anew.
  useEffect(() => {
    if (!connected) return;
    const controller = new AbortController();
    running.current = controller;
    setFound(null);
    setProblem(null);
    client()
      .call(
        'importMany.inspect',
        { files: JSON.parse(asked) },
        {
          signal: controller.signal,
          onProgress: ({ done, total, note }) => setWork({ kind: 'reading', done, total, note }),
        },
      )
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

  const run = async (groups: GroupWanted[]) => {
    if (id === undefined) return null;
    const controller = new AbortController();
    running.current = controller;
    setWork({ kind: 'importing', note: '', done: 0, total: undefined });
    try {
      const { tables } = await client().call(
        'importMany.run',
        { id, groups },
        {
          signal: controller.signal,
          onProgress: ({ done, total, note }) => setWork({ kind: 'importing', done, total, note }),
        },
      );
      return tables[0]?.table ?? null;
    } catch (error) {
      reportProblem(error);
      return null;
    } finally {
      setWork(null);
    }
  };
  return { found, problem, work, run, cancel: () => running.current?.abort() };
}
