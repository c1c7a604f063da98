import { useEffect } from 'react';
import { useNavigation } from '../navigation.ts';
import type { useNarrow } from './useNarrow.ts';

/** Closes what lies over the page. */
export function closeDrawers({ navigator, inspector }: ReturnType<typeof useNarrow>): void {
  useNavigation.setState({
    ...(navigator && { navigatorShown: false }),
    ...(inspector && { inspectorShown: false }),
  });
}

/** Panels without room beside the page are drawers: shut at first, and again when a place was chosen in one or Escape is pressed. */
export function useDrawers({ navigator, inspector }: ReturnType<typeof useNarrow>): void {
  const place = useNavigation((state) => state.place);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice in the drawer changes the place
  useEffect(() => closeDrawers({ navigator, inspector: false }), [navigator, place]);
  useEffect(() => closeDrawers({ navigator: false, inspector }), [inspector]);

  useEffect(() => {
    if (!inspector) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('.Scrim, .Popover'))
        closeDrawers({ navigator, inspector });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [navigator, inspector]);
}
