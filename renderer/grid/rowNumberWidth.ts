import { ROW_NUMBERS } from './agDom.ts';
import type { TableGrid } from './tableGrid.ts';

/** Room for the largest row number: 52 px up to 9,999, then more. */
export function attachRowNumberWidth({ api, store }: Pick<TableGrid, 'api' | 'store'>): () => void {
  let now = 52;
  return store.subscribe(({ total }) => {
    const digits = String(total).length;
    const width = Math.max(52, 24 + digits * 7 + Math.floor((digits - 1) / 3) * 4);
    if (width === now || api.isDestroyed()) return;
    now = width;
    api.setColumnWidths([{ key: ROW_NUMBERS, newWidth: width }]);
  });
}
