import { useEffect, useRef } from 'react';
import type { Settings } from '../../../shared/contract/app.ts';
import { changeSettings, useSettings } from '../useSettings.ts';

type Panels = Settings['panels'];

/** A drag changes a width many times a second; it is kept when it rests. */
const REST = 400;

/** Widths of the panels in px, kept per user. */
export function usePanels(): Panels & { resize: (change: Partial<Panels>) => void } {
  const panels = useSettings((settings) => settings.panels);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const resize = (change: Partial<Panels>) => {
    useSettings.setState({ panels: { ...useSettings.getState().panels, ...change } });
    clearTimeout(rest.current);
    rest.current = setTimeout(() => void changeSettings({ panels: useSettings.getState().panels }), REST);
  };
  return { ...panels, resize };
}
