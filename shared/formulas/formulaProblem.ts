import { Problem } from '../contract/problem.ts';

/** What is wrong with a formula, and where in its text (from 0; its end where something is missing). */
export function formulaProblem(
  what: 'syntax' | 'unknown' | 'types' | 'units' | 'too-deep',
  message: string,
  remedy: string,
  at: number,
): Problem {
  return new Problem({ code: `formula.${what}`, message, remedy, details: { at } });
}
