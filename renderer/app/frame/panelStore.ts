import { create } from 'zustand';

const KEPT = 'tijarat.panels';

interface Panels {
  navigator: number;
  inspector: number;
}

/** Widths of the panels in px, remembered between windows where the host keeps local storage. */
export const usePanels = create<Panels>(() => ({ navigator: 216, inspector: 276, ...kept() }));

usePanels.subscribe((panels) => localStorage.setItem(KEPT, JSON.stringify(panels)));

function kept(): Partial<Panels> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    const widths = Object.entries(found).filter(
      ([name, width]) => (name === 'navigator' || name === 'inspector') && width >= 180 && width <= 360,
    );
    return Object.fromEntries(widths);
  } catch {
    return {}; // what was kept is no JSON: begin with the usual widths
  }
}
