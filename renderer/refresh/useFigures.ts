import { useEffect, useRef, useState } from 'react';
import type { CallArgs } from '../../shared/contract/index.ts';
import { CANCELLED, toProblemData } from '../../shared/contract/problem.ts';
import type { ChangeKind, FigureChange, RefreshPlan } from '../../shared/contract/refreshing.ts';
import { client } from '../app/client.ts';
import { reportProblem } from '../app/reportProblem.ts';

export type FigureSort = NonNullable<CallArgs<'refresh.figures'>['sort']>;

export interface Figures {
  /** Null until the first page is there. */
  total: number | null;
  figure: (index: number) => FigureChange | undefined;
  /** Brings the figures into memory that are looked at. */
  want: (from: number, to: number) => void;
}

const BLOCK = 200;

/** The figures of one kind, fetched where they are looked at. */
export function useFigures(
  plan: RefreshPlan,
  kind: ChangeKind,
  search: string,
  sort: FigureSort | undefined,
): Figures {
  const [total, setTotal] = useState<number | null>(null);
  const [, redraw] = useState(0);
  const blocks = useRef(new Map<number, readonly FigureChange[] | null>());
  const asked = useRef(new AbortController());
  // A plan with other answers has other figures.
  const key = JSON.stringify([plan.id, plan.answers, plan.counts, kind, search, sort]);

  const fetch = (block: number) => {
    if (blocks.current.has(block)) return;
    const { current: pages } = blocks;
    const { signal } = asked.current;
    pages.set(block, null);
    const page = { id: plan.id, kind, search, from: block * BLOCK, count: BLOCK, ...(sort && { sort }) };
    client()
      .call('refresh.figures', page, { signal })
      .then(
        (answer) => {
          if (signal.aborted) return;
          pages.set(block, answer.figures);
          setTotal(answer.total);
          redraw((n) => n + 1);
        },
        (error) => {
          pages.delete(block);
          if (toProblemData(error).code !== CANCELLED && !signal.aborted) reportProblem(error);
        },
      );
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked for
  useEffect(() => {
    const controller = new AbortController();
    asked.current = controller;
    blocks.current = new Map();
    setTotal(null);
    fetch(0);
    return () => controller.abort();
  }, [key]);

  return {
    total,
    figure: (index) => blocks.current.get(Math.floor(index / BLOCK))?.[index % BLOCK],
    want: (from, to) => {
      for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++) fetch(block);
    },
  };
}
