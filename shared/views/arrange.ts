import type { CellValue, Vector } from '../contract/vectors.ts';
import { type Column, codeLabel } from '../model/table.ts';
import type { QuerySpec } from './query.ts';

/** A mark with its value, on its way into drawing order. */
export interface Drawn {
  keys: readonly CellValue[];
  value: number | null;
  overlay: number | null;
  flags: number;
}

/** The code of what is beyond `top`. */
export const OTHERS = 'Others';

/** Marks in drawing order: the first key by `sort`, the others in their natural order (time, classification, name); then `top`. */
export function arrange(
  drawn: readonly Drawn[],
  spec: QuerySpec,
  columns: readonly Column[],
  additive: boolean,
): Drawn[] {
  const totals = new Map<string, number>();
  for (const { keys, value } of drawn) {
    const id = String(keys[0]);
    totals.set(id, (totals.get(id) ?? 0) + (value ?? 0));
  }
  const orders = columns.map(naturalOrder);
  const natural = (a: Drawn, b: Drawn, from: number): number => {
    for (let i = from; i < orders.length; i++) {
      const order = orders[i]?.(a.keys[i] ?? null, b.keys[i] ?? null) ?? 0;
      if (order !== 0) return order;
    }
    return 0;
  };
  const sign = spec.sort === 'smallest' ? 1 : -1;
  const bySize = (a: Drawn, b: Drawn) =>
    sign * ((totals.get(String(a.keys[0])) ?? 0) - (totals.get(String(b.keys[0])) ?? 0)) || natural(a, b, 0);
  const [first] = columns;
  const byName = (a: Drawn, b: Drawn) =>
    (first ? compareNames(first, a.keys[0] ?? null, b.keys[0] ?? null) : 0) || natural(a, b, 0);
  const sized = spec.sort === 'largest' || spec.sort === 'smallest';
  const order = sized ? bySize : spec.sort === 'name' ? byName : (a: Drawn, b: Drawn) => natural(a, b, 0);

  if (spec.top === undefined || first === undefined || first.type === 'period') return [...drawn].sort(order);
  const ranked = [...new Set([...drawn].sort(bySize).map(({ keys }) => keys[0] ?? null))];
  const kept = new Set(ranked.slice(0, spec.top));
  const shown = drawn.filter(({ keys }) => kept.has(keys[0] ?? null)).sort(order);
  if (!spec.others || !additive || first.type === 'boolean' || first.type === 'number') return shown;
  const rest = drawn.filter(({ keys }) => !kept.has(keys[0] ?? null));
  return [...shown, ...together(rest).sort((a, b) => natural(a, b, 1))];
}

/** What is beyond `top`, added up for each combination of the other keys. */
function together(rest: readonly Drawn[]): Drawn[] {
  const sums = new Map<string, Drawn>();
  for (const { keys, value, flags } of rest) {
    const others = [OTHERS, ...keys.slice(1)];
    const id = JSON.stringify(others);
    const known = sums.get(id) ?? { keys: others, value: null, overlay: null, flags: 0 };
    sums.set(id, known);
    if (value !== null) known.value = (known.value ?? 0) + value;
    known.flags |= flags;
  }
  return [...sums.values()];
}

/** Time and numbers ascending, categories as their classification orders them, then by name; missing last. */
function naturalOrder(column: Column): (a: CellValue, b: CellValue) => number {
  const place = new Map((column.order ?? []).map((code, i) => [code, i]));
  return (a, b) => {
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    if (typeof a === 'string' && typeof b === 'string') {
      const order = (place.get(a) ?? place.size) - (place.get(b) ?? place.size);
      return order || compareNames(column, a, b);
    }
    return Number(a) - Number(b);
  };
}

const NAMES = new Intl.Collator('en', { numeric: true });

function compareNames(column: Column, a: CellValue, b: CellValue): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a !== 'string' || typeof b !== 'string') return Number(a) - Number(b);
  return NAMES.compare(codeLabel(column, a), codeLabel(column, b));
}

/** One key of the marks as it travels. */
export function keyVector(column: Column, level: string | undefined, values: readonly CellValue[]): Vector {
  if (column.type === 'period' && level !== 'fiscalMonth') {
    return {
      kind: 'period',
      values: Int32Array.from(values, (value) => (typeof value === 'number' ? value : -1)),
    };
  }
  if (column.type === 'period' || column.type === 'number') {
    return {
      kind: 'number',
      values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN)),
    };
  }
  if (column.type === 'boolean') {
    return {
      kind: 'boolean',
      values: Uint8Array.from(values, (value) => (value === null ? 2 : value ? 1 : 0)),
    };
  }
  const dictionary = [...new Set(values.filter((value) => typeof value === 'string'))];
  const codeOf = new Map(dictionary.map((text, i) => [text, i]));
  return {
    kind: 'text',
    codes: Int32Array.from(values, (value) => (typeof value === 'string' ? (codeOf.get(value) ?? -1) : -1)),
    dictionary,
  };
}
