import { expect, test } from 'vitest';
import { RestartPolicy } from '../../../../main/starting/restartPolicy.ts';

test('five quick deaths are forgiven, then the pauses double up to half a minute', () => {
  const policy = new RestartPolicy();
  const waits = Array.from({ length: 12 }, () => policy.next(0));
  expect(waits).toEqual([0, 0, 0, 0, 0, 1000, 2000, 4000, 8000, 16000, 30000, 30000]);
});

test('a quiet time is a new start', () => {
  const policy = new RestartPolicy();
  for (let death = 0; death < 6; death++) policy.next(0);
  expect(policy.next(60_000)).toBe(0);
});
