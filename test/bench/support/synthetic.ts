import { emptyDocument } from '../../../shared/model/document.ts';
import { Table } from '../../../shared/model/table.ts';
import { Page, View } from '../../../shared/model/view.ts';

/** A table of transactions over 120 months, 200 countries, 12 items and two kinds of exporter. */
export function syntheticTable(rows: number): Table {
  return Table.parse({
    id: 'transactions',
    title: 'Transactions',
    columns: [
      { id: 'period', name: 'period', type: 'period', role: 'time' },
      { id: 'country', name: 'country', type: 'category', role: 'dimension' },
      { id: 'item', name: 'item', type: 'category', role: 'dimension' },
      { id: 'exporter', name: 'exporter', type: 'category', role: 'dimension' },
      { id: 'value', name: 'value', type: 'number', role: 'measure', nature: 'flow', unit: 'US$' },
    ],
    rowCount: rows,
  });
}

/** January 2015: the first of the 120 months. */
const FIRST_MONTH = 2015 * 12;

/** The rows, in random order of months, the same on every run: a query that needs no file. */
export function syntheticRows(rows: number): string {
  return `SELECT i + 1 AS _id, CAST(i + 2 AS INTEGER) AS _line,
    CAST((${FIRST_MONTH} + hash(i) % 120) * 1000 + 1 AS INTEGER) AS period,
    'C' || (hash(i + 1) % 200) AS country,
    'item ' || (hash(i + 2) % 12) AS item,
    CASE WHEN hash(i + 3) % 7 = 0 THEN 'freelancers' ELSE 'firms' END AS exporter,
    (hash(i + 4) % 1000000) / 100.0 AS value
    FROM range(${Math.trunc(rows)}) AS numbers(i)`;
}

const view = (id: string, kind: View['kind'], query: object, options: object = {}) =>
  View.parse({
    id,
    title: id,
    kind,
    options,
    query: { table: 'transactions', measure: { column: 'value', aggregate: 'sum' }, ...query },
  });

/** The one that is brushed, and five that follow it. */
export const syntheticViews: readonly View[] = [
  view('by-month', 'column', { keys: [{ column: 'period', level: 'month' }] }),
  view('by-country', 'bar', { keys: [{ column: 'country' }], sort: 'largest' }),
  view('by-item', 'column', { keys: [{ column: 'item' }] }),
  view('by-exporter', 'bar', { keys: [{ column: 'exporter' }] }),
  view(
    'by-item-and-exporter',
    'column',
    { keys: [{ column: 'item' }, { column: 'exporter' }] },
    { stacking: 'stacked' },
  ),
  view('count-by-country', 'bar', {
    keys: [{ column: 'country' }],
    measure: { column: 'value', aggregate: 'count' },
    sort: 'largest',
  }),
];

export const syntheticPage: Page = Page.parse({
  id: 'page',
  title: 'Synthetic',
  layout: syntheticViews.map(({ id }, at) => ({
    view: id,
    x: (at % 3) * 4,
    y: Math.floor(at / 3) * 8,
    w: 4,
    h: 8,
  })),
});

/** A window of 24 months that moves by one month a step, and back from the end. */
export function brushedRange(step: number): { from: string; to: string } {
  const way = 120 - 24;
  const at = way - Math.abs((step % (2 * way)) - way);
  const text = (month: number) => {
    const year = Math.floor((FIRST_MONTH + month) / 12);
    return `${year}-${String(((FIRST_MONTH + month) % 12) + 1).padStart(2, '0')}`;
  };
  return { from: text(at), to: text(at + 23) };
}

export function syntheticDocument(rows: number) {
  const document = emptyDocument('Synthetic');
  document.tables.push(syntheticTable(rows));
  document.views.push(...syntheticViews);
  return document;
}
