const SOON = 10_000;
const PATIENCE = 5;
const LONGEST = 30_000;

/** How long to wait before a process is started again: at once, until it has died five times in ten seconds each; then ever longer. */
export class RestartPolicy {
  private quickDeaths = 0;
  private lastDeath = Number.NEGATIVE_INFINITY;

  /** Milliseconds to wait after a death at `now` (milliseconds of any clock). */
  next(now: number): number {
    this.quickDeaths = now - this.lastDeath < SOON ? this.quickDeaths + 1 : 0;
    this.lastDeath = now;
    if (this.quickDeaths < PATIENCE) return 0;
    const wait = Math.min(1000 * 2 ** (this.quickDeaths - PATIENCE), LONGEST);
    // The pause itself must not count as a quiet time.
    this.lastDeath = now + wait;
    return wait;
  }
}
