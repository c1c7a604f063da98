import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windowOf } from '../../../main/workbench/order/windowOf.ts';
import { Rows } from '../../../shared/contract/tables.ts';
import { valueAt } from '../../../shared/contract/vectors.ts';
import { editorOf, projectWithRows, testEnvironment, testFolder } from '../project/support/makeProject.ts';

/** Steps of one run: a few in every test run, TIJARAT_STEPS=10000 for a long one. */
const STEPS = Number(process.env['TIJARAT_STEPS'] ?? 150);

interface ModelRow {
  id: number;
  item: string | null;
  value: number | null;
}
interface State {
  rows: readonly ModelRow[];
  parent: number;
  next: number | null;
}

const items = fc.constantFrom('software', 'calls', 'repair', null);
const figure = fc.option(fc.integer({ min: -99, max: 99 }), { nil: null });
const place = fc.nat(1000);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('set' as const), at: place, item: items, value: figure }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('paste' as const),
      at: place,
      cells: fc.array(fc.tuple(items, figure), { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('clear' as const),
      at: place,
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('insert' as const), value: figure }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('delete' as const),
      at: place,
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('look' as const),
      sort: fc.constantFrom<('value' | 'item')[]>([], ['value'], ['item'], ['item', 'value']),
      descending: fc.boolean(),
      least: fc.option(fc.integer({ min: -99, max: 99 }), { nil: null }),
    }),
  },
);
type Look = Extract<typeof step extends fc.Arbitrary<infer T> ? T : never, { do: 'look' }>;

/** Items stand in the order of their classification, the one that it does not name after them. */
const CLASSIFICATION = ['software', 'calls', 'repair'];

/** The rows as a plain sort and filter of a list has them: what is missing stands last either way, equal rows in the order of their ids. */
function shown(rows: readonly ModelRow[], { sort, descending, least }: Look): ModelRow[] {
  const kept = rows.filter(({ value }) => least === null || (value !== null && value >= least));
  const sign = descending ? -1 : 1;
  return kept.toSorted((a, b) => {
    for (const key of sort) {
      const of = (row: ModelRow) =>
        key === 'item' && row.item !== null ? CLASSIFICATION.indexOf(row.item) : row[key];
      const [x, y] = [of(a), of(b)];
      if (x === y) continue;
      if (x === null) return 1;
      if (y === null) return -1;
      return x < y ? -sign : sign;
    }
    return a.id - b.id;
  });
}

test('any run of edits, pastes, deletions, undos and looks at an order shows the table that a plain list has', async () => {
  const folder = await testFolder();
  const project = await projectWithRows(testEnvironment(join(folder, 'user')), 12);
  const editor = editorOf(project);
  const look = async (asked: Look): Promise<ModelRow[]> => {
    const rows = Rows.parse({
      table: 'exports',
      sort: asked.sort.map((column) => ({ column, descending: asked.descending })),
      where: asked.least === null ? [] : [{ column: 'value', least: asked.least }],
    });
    const { ids, columns, total } = await windowOf(project, { rows, from: 0, count: 10_000 });
    expect(total).toBe(ids.length);
    const at = (column: string, row: number) => {
      const vector = columns[column];
      return vector ? valueAt(vector, row) : null;
    };
    return [...ids].map((id, row) => ({
      id,
      item: at('item', row) as string | null, // a category
      value: at('value', row) as number | null, // a number
    }));
  };
  const plain: Look = { do: 'look', sort: [], descending: false, least: null };
  const states: State[] = [{ rows: await look(plain), parent: 0, next: null }];
  let now = 0;
  const rowsNow = () => states[now]?.rows ?? [];
  const did = (rows: readonly ModelRow[]) => {
    const parent = states[now];
    now = states.push({ rows, parent: now, next: null }) - 1;
    if (parent) parent.next = now;
  };
  const some = (at: number, count: number) => {
    const rows = rowsNow();
    if (rows.length === 0) return [];
    const first = at % rows.length;
    return rows.slice(first, first + count);
  };
  const nextId = () => Math.max(0, ...rowsNow().map(({ id }) => id)) + 1;

  for (const one of fc.sample(step, {
    numRuns: STEPS,
    seed: Number(process.env['TIJARAT_SEED'] ?? 20261124),
  })) {
    switch (one.do) {
      case 'set': {
        const [row] = some(one.at, 1);
        if (!row) break;
        const { item, value } = one;
        await editor.run('setCells', {
          table: 'exports',
          cells: [
            { row: row.id, column: 'item', value: item },
            { row: row.id, column: 'value', value },
          ],
        });
        did(rowsNow().map((other) => (other.id === row.id ? { ...other, item, value } : other)));
        break;
      }
      case 'paste': {
        const rows = some(one.at, one.cells.length);
        await editor.run('paste', {
          table: 'exports',
          blocks: [
            {
              rows: rows.map(({ id }) => id),
              columns: ['item', 'value'],
              values: one.cells.map((cells) => [...cells]),
            },
          ],
        });
        const over = new Map(rows.map(({ id }, i) => [id, one.cells[i]]));
        const first = nextId();
        did([
          ...rowsNow().map((row) => {
            const cells = over.get(row.id);
            return cells ? { ...row, item: cells[0], value: cells[1] } : row;
          }),
          ...one.cells.slice(rows.length).map(([item, value], i) => ({ id: first + i, item, value })),
        ]);
        break;
      }
      case 'clear': {
        const rows = some(one.at, one.count);
        if (rows.length === 0) break;
        const ids = new Set(rows.map(({ id }) => id));
        await editor.run('clearCells', {
          table: 'exports',
          blocks: [{ rows: [...ids], columns: ['value'] }],
        });
        did(rowsNow().map((row) => (ids.has(row.id) ? { ...row, value: null } : row)));
        break;
      }
      case 'insert': {
        const id = nextId();
        await editor.run('insertRows', { table: 'exports', rows: [{ value: one.value }] });
        did([...rowsNow(), { id, item: null, value: one.value }]);
        break;
      }
      case 'delete': {
        const ids = new Set(some(one.at, one.count).map(({ id }) => id));
        if (ids.size === 0) break;
        await editor.run('deleteRows', { table: 'exports', rows: [...ids] });
        did(rowsNow().filter(({ id }) => !ids.has(id)));
        break;
      }
      case 'undo':
        if (now === 0) break;
        await editor.undo();
        now = states[now]?.parent ?? 0;
        break;
      case 'redo': {
        const next = states[now]?.next;
        if (next === null || next === undefined) break;
        await editor.redo();
        now = next;
        break;
      }
      case 'look':
        expect(await look(one)).toEqual(shown(rowsNow(), one));
    }
  }
  expect(await look(plain)).toEqual(rowsNow());
  await project.close({ keepJournal: false });
});
