import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import { CANCELLED, type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { client } from '../app/client.ts';
import { useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';

export interface Work {
  kind: 'reading' | 'importing';
  note: string;
  done: number;
  total: number | undefined;
}

export interface ImportState {
  preview: ImportPreview | null;
  /** What stopped the reading of the file, or the last change of the recipe. */
  problem: ProblemData | null;
  work: Work | null;
  change: (recipe: Recipe) => void;
  /** How the file is read, or its header, is decided by these first steps: the ones after them are found again. */
  decide: (first: Recipe) => void;
  /** Makes the table; its id, or null where it was cancelled or refused (and said so). */
  run: (title: string) => Promise<string | null>;
  cancel: () => void;
}

/** One file on its way in. The newest change of the recipe aborts the older; leaving forgets the file. */
export function useImport(path: string): ImportState {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [problem, setProblem] = useState<ProblemData | null>(null);
  const [work, setWork] = useState<Work | null>(null);
  const running = useRef<AbortController | null>(null);
  const connected = useProject((state) => state.connected);

  const start = useCallback((kind: Work['kind']) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setWork({ kind, note: '', done: 0, total: undefined });
    return {
      signal: controller.signal,
      onProgress: (progress: { done: number; total?: number | undefined; note: string }) =>
        running.current === controller &&
        setWork({ kind, note: progress.note, done: progress.done, total: progress.total }),
      ended: () => running.current === controller && setWork(null),
    };
  }, []);

  const take = useCallback(async (asked: Promise<ImportPreview>, ended: () => void) => {
    try {
      setPreview(await asked);
      setProblem(null);
    } catch (error) {
      const found = toProblemData(error);
      if (found.code !== CANCELLED) setProblem(found);
    } finally {
      ended();
    }
  }, []);

  // A workbench that was started again has forgotten the file: it is read anew.
  useEffect(() => {
    if (!connected) return;
    const { signal, onProgress, ended } = start('reading');
    void take(client().call('import.inspect', { path }, { signal, onProgress }), ended);
    return () => running.current?.abort();
  }, [connected, path, start, take]);

  const id = preview?.id;
  useEffect(() => {
    if (id === undefined) return;
    return () => {
      if (useProject.getState().connected) client().call('import.drop', { id }).catch(reportProblem);
    };
  }, [id]);

  const ask = (name: 'import.preview' | 'import.propose') => (recipe: Recipe) => {
    if (id === undefined) return;
    const { signal, onProgress, ended } = start('reading');
    void take(client().call(name, { id, recipe }, { signal, onProgress }), ended);
  };

  const run = async (title: string) => {
    if (!preview) return null;
    const { signal, onProgress, ended } = start('importing');
    try {
      const args = { id: preview.id, recipe: preview.recipe, title };
      return (await client().call('import.run', args, { signal, onProgress })).table;
    } catch (error) {
      reportProblem(error);
      return null;
    } finally {
      ended();
    }
  };

  return {
    preview,
    problem,
    work,
    change: ask('import.preview'),
    decide: ask('import.propose'),
    run,
    cancel: () => running.current?.abort(),
  };
}
