/** The panes of every window, in the order of the document. */
const PANES =
  '.TitleBar, .Panel, .StartIntro, main, .FilterBar, .TaskHead, .TaskStart, .TaskEnd, .TaskFoot, .ToastRegion';
const TABBABLE =
  'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), a[href], [tabindex]';

/** Where the focus was in each pane: it comes back there. */
const left = new WeakMap<Element, HTMLElement>();

/** Moves the focus to the next pane of the window (`by` 1) or the one before (-1), round in a ring. */
export function focusPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter((pane) => stopOf(pane));
  const focused = document.activeElement;
  const at = panes.findLastIndex((pane) => pane.contains(focused));
  const here = panes[at];
  if (here && focused instanceof HTMLElement) left.set(here, focused);
  const from = at < 0 && by < 0 ? 0 : at;
  const next = panes.at((from + by + panes.length) % panes.length);
  if (next) stopOf(next)?.focus();
}

function stopOf(pane: HTMLElement): HTMLElement | undefined {
  const before = left.get(pane);
  if (before && pane.contains(before)) return before;
  // A filter bar inside the page is a pane of its own.
  const own = (element: Element) => element.closest(PANES) === pane;
  return [...pane.querySelectorAll<HTMLElement>(TABBABLE)].find(
    (element) => element.tabIndex >= 0 && own(element) && element.checkVisibility(),
  );
}
