import { z } from 'zod';

/**
 * Columns as they travel: typed arrays, never JSON rows.
 * - number: `values`, NaN is missing
 * - period: `values` are period codes (shared/periods/period.ts), -1 is missing
 * - text: `codes` into `dictionary`, -1 is missing
 * - boolean: `values` 0, 1, or 2 for missing
 */
export const NumberVector = z.object({
  kind: z.literal('number'),
  values: z.instanceof(Float64Array),
});
export const PeriodVector = z.object({
  kind: z.literal('period'),
  values: z.instanceof(Int32Array),
});
export const TextVector = z.object({
  kind: z.literal('text'),
  codes: z.instanceof(Int32Array),
  dictionary: z.array(z.string()),
});
export const BooleanVector = z.object({
  kind: z.literal('boolean'),
  values: z.instanceof(Uint8Array),
});
export const Vector = z.discriminatedUnion('kind', [NumberVector, PeriodVector, TextVector, BooleanVector]);
export type NumberVector = z.infer<typeof NumberVector>;
export type PeriodVector = z.infer<typeof PeriodVector>;
export type TextVector = z.infer<typeof TextVector>;
export type BooleanVector = z.infer<typeof BooleanVector>;
export type Vector = z.infer<typeof Vector>;

/** A value as a cell holds it: a number, a period code, a text, a yes/no, or nothing. */
export type CellValue = number | string | boolean | null;

export function vectorLength(vector: Vector): number {
  return vector.kind === 'text' ? vector.codes.length : vector.values.length;
}

/** The value at a row; `null` where it is missing. Period values are period codes. */
export function valueAt(vector: Vector, row: number): CellValue {
  switch (vector.kind) {
    case 'number': {
      const value = vector.values[row];
      return value === undefined || Number.isNaN(value) ? null : value;
    }
    case 'period': {
      const value = vector.values[row];
      return value === undefined || value < 0 ? null : value;
    }
    case 'boolean': {
      const value = vector.values[row];
      return value === undefined || value > 1 ? null : value === 1;
    }
    case 'text': {
      const code = vector.codes[row];
      return code === undefined || code < 0 ? null : (vector.dictionary[code] ?? null);
    }
  }
}
