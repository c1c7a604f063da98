import type { Statement } from '../engine/engine.ts';

/** Runs one statement within a transaction, and answers its rows as plain values. */
export type Run = (statement: Statement) => Promise<(string | number | boolean | null)[][]>;
