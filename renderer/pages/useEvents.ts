import { useEffect } from 'react';
import { create } from 'zustand';
import { type EventNote, readEvents } from '../../shared/charts/events.ts';
import { findById } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';
import { client } from '../app/client.ts';
import { useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';

const MOST_EVENTS = 2000;
const NONE: readonly EventNote[] = [];

/** By view, what its chart draws; the newest reading wins. */
const useNotes = create<Record<string, readonly EventNote[]>>(() => ({}));

/** The notes that were read for a view, outside React. */
export function eventsOf(view: View): readonly EventNote[] {
  return view.options.events ? (useNotes.getState()[view.id] ?? NONE) : NONE;
}

/** The dated notes that a view draws, read again when their table changes. */
export function useEvents(view: View): readonly EventNote[] {
  const { id } = view;
  const chosen = view.options.events;
  const table = useProject(({ document }) =>
    chosen && document ? findById(document.tables, chosen.table) : undefined,
  );
  const categories = chosen?.categories.join('\n') ?? '';
  useEffect(() => {
    if (!table) return;
    const controller = new AbortController();
    client()
      .call(
        'tables.window',
        { rows: { table: table.id }, from: 0, count: Math.min(table.rowCount, MOST_EVENTS) },
        { signal: controller.signal },
      )
      .then(({ columns }) =>
        useNotes.setState({ [id]: readEvents(table, columns, categories ? categories.split('\n') : []) }),
      )
      .catch((error) => !controller.signal.aborted && reportProblem(error));
    return () => controller.abort();
  }, [id, table, categories]);
  const notes = useNotes((state) => state[id]);
  return chosen && notes ? notes : NONE;
}
