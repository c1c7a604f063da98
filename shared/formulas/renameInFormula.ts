import { Problem } from '../contract/problem.ts';
import type { Formula } from './formula.ts';
import { formulaParts } from './formula.ts';
import { parseFormula } from './parseFormula.ts';

/** A reference as it stands in a formula: a column of its own table, or one of another. */
export interface Reference {
  table?: string;
  name: string;
}

/** A formula with its references renamed; everything else stays as it was typed, and so does one that cannot be read. `rename` answers null where one stays. */
export function renameInFormula(text: string, rename: (reference: Reference) => Reference | null): string {
  const formula = readable(text);
  if (!formula) return text;
  const references = [...formulaParts(formula)].filter(
    (part): part is Extract<Formula, { kind: 'column' }> => part.kind === 'column',
  );
  // From the end, so that the places before stay where they are.
  return references
    .toSorted((a, b) => b.at - a.at)
    .reduce((sofar, { at, name, table }) => {
      const next = rename({ name, ...(table !== undefined && { table }) });
      if (!next) return sofar;
      const length = WRITTEN.exec(sofar.slice(at))?.[0].length ?? 0;
      const words = [...(next.table === undefined ? [] : [next.table]), next.name].map(bracketed);
      return `${sofar.slice(0, at)}${words.join('.')}${sofar.slice(at + length)}`;
    }, text);
}

/** A name as a formula refers to it. */
export function bracketed(name: string): string {
  return `[${name.replaceAll(']', ']]')}]`;
}

function readable(text: string): Formula | null {
  try {
    return parseFormula(text);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

const WRITTEN = /^(?:\[(?:[^\]]|\]\])+\](?:\.\[(?:[^\]]|\]\])+\])?|[\p{L}_][\p{L}\p{M}\p{N}_]*)/u;
