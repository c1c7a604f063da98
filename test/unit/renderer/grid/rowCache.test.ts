import { expect, test } from 'vitest';
import { createRowCache, type RowWindow } from '../../../../renderer/grid/rowCache.ts';

function windowOf(from: number, count: number, total: number): RowWindow {
  const length = Math.max(0, Math.min(count, total - from));
  return {
    total,
    ids: Float64Array.from({ length }, (_, index) => from + index + 1),
    lines: Int32Array.from({ length }, () => -1),
    columns: {
      value: {
        kind: 'number',
        values: Float64Array.from({ length }, (_, index) => (from + index === 3 ? Number.NaN : from + index)),
      },
    },
  };
}

test('rows are asked for once, in chunks, and read by position', async () => {
  const asked: number[] = [];
  const cache = createRowCache(
    async (from, count) => {
      asked.push(from);
      return windowOf(from, count, 25);
    },
    { chunkRows: 10 },
  );
  expect(cache.row(0)).toBeUndefined();
  expect(await cache.load(0, 12)).toBe(25);
  await cache.load(2, 8);
  expect(asked).toEqual([0, 10]);
  expect(cache.row(12)?.id).toBe(13);
  expect(cache.row(12)?.value('value')).toBe(12);
  expect(cache.row(3)?.value('value')).toBeNull();
  expect(cache.row(12)?.value('gone')).toBeNull();
});

test('the least recently used chunk goes first', async () => {
  const cache = createRowCache(async (from, count) => windowOf(from, count, 100), {
    chunkRows: 10,
    chunks: 2,
  });
  await cache.load(0, 0);
  await cache.load(10, 10);
  await cache.load(0, 0);
  await cache.load(20, 20);
  expect(cache.row(0)).toBeDefined();
  expect(cache.row(10)).toBeUndefined();
});

test('an answer that was asked for before the order changed is not kept', async () => {
  let answer: (rows: RowWindow) => void = () => {};
  const cache = createRowCache(() => new Promise((resolve) => (answer = resolve)), { chunkRows: 10 });
  const loading = cache.load(0, 0);
  cache.clear();
  answer(windowOf(0, 10, 10));
  await loading;
  expect(cache.row(0)).toBeUndefined();
});

test('a failed chunk is asked for again', async () => {
  let fail = true;
  const cache = createRowCache(async (from, count) => {
    if (fail) throw new Error('lost');
    return windowOf(from, count, 5);
  });
  await expect(cache.load(0, 0)).rejects.toThrow('lost');
  fail = false;
  expect(await cache.load(0, 0)).toBe(5);
});
