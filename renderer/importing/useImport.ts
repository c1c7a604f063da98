import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import { CANCELLED, type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { client } from '../app/client.ts';
import { useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { changeName } from './changeName.ts';
import { openForImport } from './pasted.ts';
import { type RecipeHistory, redone, taken, undone } from './recipeHistory.ts';

export interface Work {
  kind: 'reading' | 'importing';
  note: string;
  done: number;
  total: number | undefined;
}

/** A further table of the file; where `propose` is set its recipe is only the first steps. */
export interface OtherTable {
  recipe: Recipe;
  title: string;
  propose: boolean;
}

/** One change of the recipe, to be taken back or made again. */
export interface RecipeWalk {
  name: string;
  run: () => void;
}

export interface ImportState {
  /** What the last recipe that could be run makes. */
  preview: ImportPreview | null;
  /** The recipe as it stands now: that of the preview, or one that is being worked out or does not run. */
  recipe: Recipe;
  /** What stopped the reading of the file, or the last change of the recipe. */
  problem: ProblemData | null;
  work: Work | null;
  change: (recipe: Recipe) => void;
  /** How the file is read, or its header, is decided by these first steps: the ones after them are found again. */
  decide: (first: Recipe) => void;
  undo: RecipeWalk | undefined;
  redo: RecipeWalk | undefined;
  /** Makes the tables; the id of the first, or null where it was cancelled or refused (and said so). */
  run: (title: string, others: readonly OtherTable[]) => Promise<string | null>;
  cancel: () => void;
}

/** A pause in typing or stepping through undo; an earlier request would only be taken back. */
const REST = 120;
const nothing: RecipeHistory = { past: [], recipe: [], future: [] };

/** One file on its way in, with the recipe that is proposed or the one that is given. The newest change of the recipe aborts the older; leaving forgets the file. */
export function useImport(path: string, given?: Recipe): ImportState {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [history, setHistory] = useState<RecipeHistory>(nothing);
  const [problem, setProblem] = useState<ProblemData | null>(null);
  const [work, setWork] = useState<Work | null>(null);
  const running = useRef<AbortController | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const connected = useProject((state) => state.connected);
  const givenFirst = useRef(given);

  const start = useCallback((kind: Work['kind']) => {
    running.current?.abort();
    clearTimeout(resting.current);
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

  const take = useCallback(async (asked: Promise<ImportPreview>, ended: () => void, isOwn: boolean) => {
    try {
      const found = await asked;
      setPreview(found);
      // What was proposed is the next state of the recipe; what was previewed is it already.
      if (isOwn) setHistory((now) => taken(now, found.recipe));
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
    setHistory(nothing);
    const read = async () => {
      const first = await openForImport(path, { signal, onProgress });
      const { current: recipe } = givenFirst;
      if (recipe && !signal.aborted)
        return await client().call('import.preview', { id: first.id, recipe }, { signal, onProgress });
      if (!first.partial || signal.aborted) return first;
      // A large file shows its first rows at once; the pass over all of it refines them.
      setPreview(first);
      setHistory({ ...nothing, recipe: first.recipe });
      return await client().call('import.propose', { id: first.id, recipe: [] }, { signal, onProgress });
    };
    void take(read(), ended, true);
    return () => {
      running.current?.abort();
      clearTimeout(resting.current);
    };
  }, [connected, path, start, take]);

  const id = preview?.id;
  useEffect(() => {
    if (id === undefined) return;
    return () => {
      if (useProject.getState().connected) client().call('import.drop', { id }).catch(reportProblem);
    };
  }, [id]);

  const show = (recipe: Recipe) => {
    if (id === undefined) return;
    running.current?.abort();
    clearTimeout(resting.current);
    setWork({ kind: 'reading', note: '', done: 0, total: undefined });
    resting.current = setTimeout(() => {
      const { signal, onProgress, ended } = start('reading');
      void take(client().call('import.preview', { id, recipe }, { signal, onProgress }), ended, false);
    }, REST);
  };

  const decide = (first: Recipe) => {
    if (id === undefined) return;
    const { signal, onProgress, ended } = start('reading');
    void take(client().call('import.propose', { id, recipe: first }, { signal, onProgress }), ended, true);
  };

  const go = (to: RecipeHistory) => {
    setHistory(to);
    show(to.recipe);
  };

  const run = async (title: string, others: readonly OtherTable[]) => {
    if (!preview) return null;
    const { signal, onProgress, ended } = start('importing');
    try {
      const args = {
        id: preview.id,
        recipe: preview.recipe,
        title,
        ...(others.length > 0 && { others: [...others] }),
      };
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
    recipe: history.recipe,
    problem,
    work,
    change: (recipe) => go(taken(history, recipe)),
    decide,
    ...walksOf(history, go),
    run,
    cancel: () => running.current?.abort(),
  };
}

function walksOf(
  history: RecipeHistory,
  go: (to: RecipeHistory) => void,
): { undo: RecipeWalk | undefined; redo: RecipeWalk | undefined } {
  const { past, recipe, future } = history;
  const [before, after] = [past.at(-1), future[0]];
  return {
    undo: before && { name: changeName(before, recipe), run: () => go(undone(history)) },
    redo: after && { name: changeName(recipe, after), run: () => go(redone(history)) },
  };
}
