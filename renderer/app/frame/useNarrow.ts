import { useSyncExternalStore } from 'react';

const noInspector = matchMedia('(max-width: 1120px)');
const noNavigator = matchMedia('(max-width: 860px)');

function useMatch(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}

/** Which panels have no room beside the page. */
export function useNarrow(): { inspector: boolean; navigator: boolean } {
  return { inspector: useMatch(noInspector), navigator: useMatch(noNavigator) };
}
