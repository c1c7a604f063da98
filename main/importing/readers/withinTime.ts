import { Script } from 'node:vm';

/** What the script below runs. */
const KEY = Symbol.for('tijarat.withinTime');
const script = new Script("globalThis[Symbol.for('tijarat.withinTime')]()");

/**
 * Runs work that cannot be asked to stop: a library that goes round and round in a damaged file is broken off. Throws an Error with the code
 * `ERR_SCRIPT_EXECUTION_TIMEOUT`.
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  const shared = globalThis as unknown as Record<symbol, unknown>;
  shared[KEY] = work;
  try {
    // The answer is that of `work`, which TypeScript cannot see through the script.
    return script.runInThisContext({ timeout: Math.ceil(milliseconds) }) as T;
  } finally {
    delete shared[KEY];
  }
}
