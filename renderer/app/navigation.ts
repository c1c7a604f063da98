import { create } from 'zustand';

/** What the middle of the window shows. */
export type Place =
  | { kind: 'start' }
  | { kind: 'page'; id: string }
  | { kind: 'table'; id: string }
  | { kind: 'target'; id: string }
  | { kind: 'deck'; id: string }
  | { kind: 'source'; id: string }
  | { kind: 'import'; path: string };

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
  go(place: Place): void;
  inspect(inspected: Inspected): void;
}

export const useNavigation = create<Navigation>((set) => ({
  place: { kind: 'start' },
  inspected: { kind: 'none' },
  navigatorShown: true,
  inspectorShown: true,
  go: (place) =>
    set({ place, inspected: place.kind === 'target' ? { kind: 'target', id: place.id } : { kind: 'none' } }),
  inspect: (inspected) => set({ inspected }),
}));
