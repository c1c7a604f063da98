import { type RefObject, type UIEvent, useLayoutEffect, useRef, useState } from 'react';

const MARGIN = 10;

interface RowWindow {
  scroller: RefObject<HTMLElement | null>;
  onScroll: (event: UIEvent<HTMLElement>) => void;
  /** Rows `from` to `to - 1` are drawn; `before` and `after` are the heights of what is not, in px. */
  from: number;
  to: number;
  before: number;
  after: number;
  scrollTo: (row: number) => void;
}

/** Draws only the rows of a table that are in sight. */
export function useRowWindow(count: number, rowHeight: number): RowWindow {
  const scroller = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setView({ top: box.scrollTop, height: box.clientHeight }));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const from = Math.max(0, Math.min(count, Math.floor(view.top / rowHeight)) - MARGIN);
  const to = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + MARGIN);
  return {
    scroller,
    onScroll: (event) =>
      setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight }),
    from,
    to,
    before: from * rowHeight,
    after: Math.max(0, count - to) * rowHeight,
    scrollTo: (row) => scroller.current?.scrollTo({ top: Math.max(0, row - 3) * rowHeight }),
  };
}
