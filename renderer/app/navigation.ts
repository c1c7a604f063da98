import { create } from 'zustand';

/** What the middle of the window shows. */
export type Place =
  | { kind: 'start' }
  | { kind: 'page'; id: string }
  | { kind: 'table'; id: string }
  | { kind: 'target'; id: string }
  | { kind: 'deck'; id: string }
  | { kind: 'source'; id: string }
  | { kind: 'import'; path: string }
  /** Files and folders that are imported together. */
  | { kind: 'importMany'; files: readonly { path: string; name?: string }[]; others: readonly string[] }
  /** A table made of tables; `table` is the one from which it was asked, `change` one that was made so and is to be made otherwise. */
  | { kind: 'combine'; table?: string; change?: string }
  /** A newer file of a table. */
  | { kind: 'refresh'; table: string; path: string };

/** What the inspector is about. */
export type Inspected =
  | { kind: 'none' }
  | { kind: 'view'; id: string; mark?: string }
  | { kind: 'column'; table: string; column: string }
  | { kind: 'slide'; deck: string; slide: string }
  | { kind: 'target'; id: string };

interface Navigation {
  place: Place;
  inspected: Inspected;
  navigatorShown: boolean;
  inspectorShown: boolean;
  /** The list of steps stands where the inspector is. */
  historyShown: boolean;
  go(place: Place): void;
  inspect(inspected: Inspected): void;
}

/** This tab's place, kept over a reload; a new window begins anew. */
const KEPT = 'tijarat.place';

export const useNavigation = create<Navigation>((set) => ({
  place: keptPlace(),
  inspected: { kind: 'none' },
  navigatorShown: true,
  inspectorShown: true,
  historyShown: false,
  go: (place) =>
    set({ place, inspected: place.kind === 'target' ? { kind: 'target', id: place.id } : { kind: 'none' } }),
  inspect: (inspected) => set({ inspected }),
}));

useNavigation.subscribe(({ place }) => sessionStorage.setItem(KEPT, JSON.stringify(place)));

function keptPlace(): Place {
  const kept = sessionStorage.getItem(KEPT);
  // Written above; a place of another project leads home as one that was removed does.
  return kept === null ? { kind: 'start' } : (JSON.parse(kept) as Place);
}
