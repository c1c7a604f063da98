import type { Settings } from '../../shared/contract/app.ts';
import { printCountsAs } from '../i18n/index.ts';
import { useSettings } from './useSettings.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const moreContrast = matchMedia('(prefers-contrast: more)');

/** Puts theme, density and contrast on the root element, and follows the settings and the system from then on. */
export function applySettings(): void {
  const apply = () => {
    const { theme, density, contrast, numbers } = useSettings.getState();
    printCountsAs(numbers);
    const { dataset } = document.documentElement;
    dataset.theme = shownTheme(theme);
    setOrDelete(dataset, 'density', density === 'medium' ? undefined : density);
    setOrDelete(dataset, 'contrast', contrast === 'more' || moreContrast.matches ? 'more' : undefined);
  };
  apply();
  useSettings.subscribe(apply);
  dark.addEventListener('change', apply);
  moreContrast.addEventListener('change', apply);
}

export function shownTheme(theme: Settings['theme']): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return dark.matches ? 'dark' : 'light';
}

function setOrDelete(dataset: DOMStringMap, name: string, value: string | undefined): void {
  if (value === undefined) delete dataset[name];
  else dataset[name] = value;
}
