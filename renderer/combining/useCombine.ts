import { useEffect, useRef, useState } from 'react';
import type { CombinePreview } from '../../shared/contract/combining.ts';
import { CANCELLED, type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import { client } from '../app/client.ts';
import { run as send, useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import type { Combination, Kind } from './combination.ts';

interface CombineState {
  preview: CombinePreview | null;
  /** Why the combination as set cannot be made. */
  problem: ProblemData | null;
  busy: boolean;
  creating: boolean;
  /** Makes a table of that title, or makes one otherwise that was made before; its id, or null where that failed (and was said). */
  create: (as: { title: string } | { table: string }) => Promise<string | null>;
}

/** The newest combination is previewed, the older ones are given up. It follows its tables: an edit elsewhere shows here. */
export function useCombine(kind: Kind, combination: Combination | null): CombineState {
  const [made, setMade] = useState<{ kind: Kind; preview: CombinePreview } | null>(null);
  const [problem, setProblem] = useState<ProblemData | null>(null);
  const [busy, setBusy] = useState(false);
  const [creating, setCreating] = useState(false);
  const connected = useProject((state) => state.connected);
  const sequence = useProject((state) => state.status.sequence);
  const asked = JSON.stringify(combination);
  const newest = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the sequence says that a table may have changed
  useEffect(() => {
    const turn = ++newest.current;
    setProblem(null);
    if (asked === 'null' || !connected) {
      setMade(null);
      setBusy(false);
      return;
    }
    const controller = new AbortController();
    setBusy(true);
    client()
      .call('combine.preview', JSON.parse(asked), { signal: controller.signal })
      .then(
        (preview) => turn === newest.current && setMade({ kind, preview }),
        (error) => {
          const found = toProblemData(error);
          if (turn !== newest.current || found.code === CANCELLED) return;
          setMade(null);
          setProblem(found);
        },
      )
      .finally(() => turn === newest.current && setBusy(false));
    return () => controller.abort();
  }, [asked, kind, connected, sequence]);

  const create = async (as: { title: string } | { table: string }) => {
    if (!combination) return null;
    setCreating(true);
    try {
      if ('title' in as) return (await client().call('combine.run', { ...combination, ...as })).table;
      await send('rebuildTable', { ...as, otherwise: combination });
      return as.table;
    } catch (error) {
      reportProblem(error);
      return null;
    } finally {
      setCreating(false);
    }
  };
  // What another way made says nothing of this one.
  const preview = made?.kind === kind ? made.preview : null;
  return { preview, problem, busy, creating, create };
}
