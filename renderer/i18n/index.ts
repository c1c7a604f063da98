import i18next, { type TOptions } from 'i18next';
import type { Settings } from '../../shared/contract/app.ts';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { app } from './en/app.ts';
import { charts } from './en/charts.ts';
import { combining } from './en/combining.ts';
import { deck } from './en/deck.ts';
import { formula } from './en/formula.ts';
import { grid } from './en/grid.ts';
import { gridClipboard } from './en/gridClipboard.ts';
import { columns } from './en/gridColumns.ts';
import { gridEditing } from './en/gridEditing.ts';
import { order } from './en/gridOrder.ts';
import { importing } from './en/importing.ts';
import { pages } from './en/pages.ts';
import { refreshing } from './en/refreshing.ts';
import { target } from './en/target.ts';
import { trust } from './en/trust.ts';

/** The English catalogue, one file an area. A second language is a second folder with the same keys. */
const en = {
  app,
  charts,
  columns,
  combining,
  deck,
  formula,
  grid,
  gridClipboard,
  gridEditing,
  importing,
  order,
  pages,
  refreshing,
  target,
  trust,
};

let numbers: Settings['numbers'] = '1,234.5';

/** How the counts in texts are printed from now on. */
export function printCountsAs(style: Settings['numbers']): void {
  numbers = style;
}

const instance = i18next.createInstance();
void instance.init({
  lng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
});

type Paths<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Paths<T[K], `${P}${K}.`>;
}[keyof T & string];
type Plural<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
export type TextKey = Plural<Paths<typeof en>>;

/** A text of the interface: t('app.status.saved'), t('grid.rows', { count: 3 }). Keys with _one and _other are plural forms. */
export function t(key: TextKey, options?: TOptions): string {
  if (typeof options?.count !== 'number') return instance.t(key, options ?? {});
  // The number chooses the plural form, its text is printed.
  const count = formatNumber(options.count, { decimals: 0, thousands: true, style: numbers });
  return instance.t(key, { ...options, replace: { ...options, count } });
}
