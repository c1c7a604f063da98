import { useEffect } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { client } from '../app/client.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { setStatus } from '../app/statusStore.ts';
import { t } from '../i18n/index.ts';
import { boundsOf, cellCount } from './cellRange.ts';
import type { CellFormat } from './cellText.ts';
import type { GridStore } from './gridStore.ts';
import { rowOrder, rowsOf } from './rowOrder.ts';

/** Rows shown of all, sum and average of the selected cells, and the time of the last query, in the status bar. */
export function useRangeStatus(
  store: GridStore,
  table: { id: string; rowCount: number },
  format: CellFormat,
): void {
  const { total, loaded, elapsed, range, loads, columns } = useStore(store);
  const { id, rowCount } = table;

  useEffect(() => {
    if (!loaded) return;
    const count = (value: number) => formatNumber(value, { decimals: 0, style: format.numbers });
    setStatus(
      'rows',
      total === rowCount
        ? t('grid.rows', { count: total, replace: { count: count(total) } })
        : t('grid.rowsOfAll', { shown: count(total), all: count(rowCount) }),
    );
    setStatus(
      'query',
      elapsed < 1 ? t('grid.queryFast') : t('grid.query', { ms: formatNumber(elapsed, { decimals: 0 }) }),
    );
  }, [total, loaded, elapsed, rowCount, format]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that were loaded anew have another sum
  useEffect(() => {
    if (!range || cellCount(range) < 2) {
      setStatus('cells', null);
      return;
    }
    const { top, bottom, left, right } = boundsOf(range);
    const selected = columns.slice(left, right + 1);
    const controller = new AbortController();
    const timer = setTimeout(() => {
      client()
        .call(
          'tables.summary',
          { rows: rowsOf(id, rowOrder(id)), from: top, to: bottom, columns: selected },
          { signal: controller.signal },
        )
        .then(({ count, numbers, sum, least, most }) => {
          const decimals = Number.isInteger(sum) && Number.isInteger(least) && Number.isInteger(most) ? 0 : 1;
          const print = (value: number, digits = decimals) =>
            formatNumber(value, { decimals: digits, style: format.numbers });
          const parts = [
            t('grid.cells', { count: cellCount(range), replace: { count: print(cellCount(range), 0) } }),
          ];
          if (numbers > 0 && least !== null && most !== null) {
            parts.push(
              t('grid.sum', { value: print(sum) }),
              t('grid.average', { value: print(sum / numbers, 1) }),
              t('grid.least', { value: print(least) }),
              t('grid.most', { value: print(most) }),
            );
          }
          parts.push(t('grid.count', { value: print(count, 0) }));
          setStatus('cells', parts.join('  ·  '));
        })
        .catch(reportProblem);
    }, 80);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [range, loads, columns, id, format]);

  useEffect(
    () => () => {
      for (const slot of ['rows', 'cells', 'query'] as const) setStatus(slot, null);
    },
    [],
  );
}
