import type { Id } from './ids.ts';

/** A cell as parts of a table that are kept by cell name it: "12:value". Row ids hold no colon. */
export function cellKey(row: number, column: Id): string {
  return `${row}:${column}`;
}

export function cellOfKey(key: string): { row: number; column: Id } {
  const at = key.indexOf(':');
  return { row: Number(key.slice(0, at)), column: key.slice(at + 1) };
}
