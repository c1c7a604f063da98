import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { columnLabel } from '../../shared/model/table.ts';
import { client } from '../app/client.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { setFigures, setStatus } from '../app/statusStore.ts';
import { t } from '../i18n/index.ts';
import { boundsOf, type CellRange, type RangeBounds } from './cellRange.ts';
import type { CellFormat } from './cellText.ts';
import type { GridStore } from './gridStore.ts';
import { addSummaries, type Summary, summaryHere } from './rangeSummary.ts';
import { rowName } from './rowName.ts';
import { rowOrder, rowsOf } from './rowOrder.ts';
import { allRanges, countOf, disjoint } from './severalRanges.ts';
import { statusFigures } from './statusFigures.ts';
import type { TableGrid } from './tableGrid.ts';

/** A selection that grows is not asked about before it rests for so many milliseconds. */
const REST = 80;

/**
 * Rows shown of all, the figures of the selected cells, and the time of the last query, in the status bar.
 * Answers what a screen reader is told of a selection: its ends, its size and its sum.
 */
export function useRangeStatus(
  grid: TableGrid | null,
  store: GridStore,
  table: { id: string; rowCount: number },
  format: CellFormat,
): string {
  const { total, loaded, elapsed, range, others, loads } = useStore(store);
  const [words, setWords] = useState('');
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
    const parts = disjoint(allRanges({ range, others }).map(boundsOf));
    const cells = parts.reduce((sum, part) => sum + countOf(part), 0);
    if (!grid || !range || cells < 2) {
      setStatus('cells', null);
      setFigures([]);
      setWords('');
      return;
    }
    setStatus('cells', t('grid.cells', { count: cells }));
    const columns = grid.columns.filter((_, at) =>
      parts.some(({ left, right }) => at >= left && at <= right),
    );
    const say = (summary: Summary) => {
      const figures = statusFigures(summary, columns, format.numbers);
      setFigures(figures);
      const sum = figures.find(({ kind }) => kind === 'sum');
      setWords(
        [rangeWords(grid, { range, others }), sum && t('app.status.figures.sum', { value: sum.text })]
          .filter(Boolean)
          .join(', '),
      );
    };
    const here = summaryHere(grid.cache, parts, grid.columns);
    if (here) {
      const timer = setTimeout(() => say(here), REST / 4);
      return () => clearTimeout(timer);
    }
    const controller = new AbortController();
    const ask = async ({ top, bottom, left, right }: RangeBounds) =>
      await client().call(
        'tables.summary',
        {
          rows: rowsOf(id, rowOrder(id)),
          from: top,
          to: bottom,
          columns: grid.columns.slice(left, right + 1).map((column) => column.id),
        },
        { signal: controller.signal },
      );
    const timer = setTimeout(() => {
      Promise.all(parts.map(ask))
        .then((all) => say(addSummaries(all)))
        .catch(reportProblem);
    }, REST);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [grid, range, others, loads, id, format]);

  useEffect(
    () => () => {
      for (const slot of ['rows', 'cells', 'query'] as const) setStatus(slot, null);
      setFigures([]);
    },
    [],
  );
  return words;
}

/** "Mar 2024, Value to Dec 2024, Share; 10 rows by 2 columns", or how many ranges there are. */
function rangeWords(
  grid: TableGrid,
  { range, others }: { range: CellRange; others: readonly CellRange[] },
): string {
  if (others.length > 0) return t('grid.selection.ranges', { count: others.length + 1 });
  const { top, bottom, left, right } = boundsOf(range);
  const place = (row: number, at: number) => {
    const column = grid.column(at);
    return t('grid.cellAddress', { row: rowName(grid, row), column: column ? columnLabel(column) : '' });
  };
  return t('grid.selection.words', {
    from: place(top, left),
    to: place(bottom, right),
    rows: t('grid.rows', { count: bottom - top + 1 }),
    columns: t('grid.selection.columns', { count: right - left + 1 }),
  });
}
