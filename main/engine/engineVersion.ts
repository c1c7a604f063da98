import { version } from '@duckdb/node-api';

/** "v1.5.5" */
export function engineVersion(): string {
  return version();
}
