/**
 * Aborted when the program is asked to end (SIGTERM, SIGINT, SIGHUP), or when whoever started it is gone: npm's shell does not
 * always pass a signal on, and a killed npm cannot.
 */
export function endSignal(): AbortSignal {
  const controller = new AbortController();
  const end = () => controller.abort();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500).unref();
  return controller.signal;
}
