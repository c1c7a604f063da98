import { type RefObject, type UIEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';

const MARGIN = 10;
/** Browsers make no box much higher; a longer table is stretched over it. */
const TALLEST = 12_000_000;

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
  const real = count * rowHeight;
  const box = Math.min(real, TALLEST);
  /** Pixels of rows that one pixel of the scroll bar stands for. */
  const stretch = box < real ? (real - view.height) / (box - view.height) : 1;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setView({ top: element.scrollTop, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Where the scroll bar is too coarse the wheel goes row by row.
  useEffect(() => {
    const element = scroller.current;
    if (!element || stretch <= 1) return;
    const wheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.shiftKey || !event.deltaY) return;
      event.preventDefault();
      element.scrollTop += event.deltaY / stretch + Math.sign(event.deltaY);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [stretch]);

  const top = view.top * stretch;
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight)));
  const from = Math.max(0, first - MARGIN);
  const to = Math.min(count, Math.ceil((top + view.height) / rowHeight) + MARGIN);
  // The rows in sight stand where the scroll bar is; unstretched that is where they belong.
  const before = Math.max(0, stretch > 1 ? view.top - (first - from) * rowHeight : from * rowHeight);
  return {
    scroller,
    onScroll: (event) =>
      setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight }),
    from,
    to,
    before,
    after: Math.max(0, box - before - (to - from) * rowHeight),
    scrollTo: (row) => scroller.current?.scrollTo({ top: Math.max(0, (row - 3) * rowHeight) / stretch }),
  };
}
