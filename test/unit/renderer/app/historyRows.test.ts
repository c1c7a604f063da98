import { expect, test } from 'vitest';
import { type HistoryRow, historyRows } from '../../../../renderer/app/history/historyRows.ts';

const step = (sequence: number, parent: number) => ({
  sequence,
  parent,
  label: `step ${sequence}`,
  time: '2026-11-24T10:00:00Z',
  passing: false,
});

const words = (rows: readonly HistoryRow[]) =>
  rows.map((row) =>
    row.kind === 'step'
      ? `${'-'.repeat(row.depth)}${row.step.sequence} ${row.state}`
      : `${'-'.repeat(row.depth)}branch of ${row.steps} from ${row.first.sequence} to ${row.last.sequence}`,
  );

/** 1 - 2 - 3 were made; 3 and 2 were undone, 4 and 5 made instead; 5 is undone. From 3 a second way was tried: 6. */
const history = {
  steps: [step(1, 0), step(2, 1), step(3, 2), step(4, 1), step(5, 4), step(6, 2)],
  line: [1, 4, 5],
  at: 4,
  saved: 0,
};

test('the line that undo walks is listed with what redo would do, other branches stand where they were left', () => {
  expect(words(historyRows(history, new Set()))).toEqual([
    '1 done',
    'branch of 2 from 2 to 6',
    '4 done',
    '5 undone',
  ]);
});

test('an opened branch lists its steps, with the branches within it', () => {
  expect(words(historyRows(history, new Set([2])))).toEqual([
    '1 done',
    'branch of 2 from 2 to 6',
    '-2 left',
    '-branch of 1 from 3 to 3',
    '-6 left',
    '4 done',
    '5 undone',
  ]);
});

test('all undone: what was done is listed as undone, and work begun anew from the start leaves it as a branch', () => {
  expect(words(historyRows({ ...history, at: 0 }, new Set()))).toEqual([
    '1 undone',
    'branch of 2 from 2 to 6',
    '4 undone',
    '5 undone',
  ]);
  const anew = { steps: [...history.steps, step(7, 0)], line: [7], at: 7, saved: 0 };
  expect(words(historyRows(anew, new Set()))).toEqual(['branch of 3 from 1 to 5', '7 done']);
});
