/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The times of `count` runs, one after the other; `work` is told which one it is. */
export async function repeated(count: number, work: (run: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < count; run++) times.push(await timed(() => work(run)));
  return times;
}
