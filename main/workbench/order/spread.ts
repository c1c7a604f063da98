import type { CellValue, Vector } from '../../../shared/contract/vectors.ts';

/** A vector's values at other places: row `i` is value `at[i]`, or, where that is -1, what `own` says. */
export function spread(vector: Vector, at: Int32Array, own: (row: number) => CellValue): Vector {
  if (vector.kind === 'text') {
    const dictionary = [...vector.dictionary];
    const codes = new Map(dictionary.map((text, code) => [text, code]));
    const codeOf = (of: CellValue) => {
      if (of === null) return -1;
      const text = String(of);
      const known = codes.get(text) ?? dictionary.push(text) - 1;
      codes.set(text, known);
      return known;
    };
    return {
      kind: 'text',
      codes: at.map((place, row) => (place < 0 ? codeOf(own(row)) : (vector.codes[place] ?? -1))),
      dictionary,
    };
  }
  if (vector.kind === 'number') {
    const numeric = (of: CellValue) => (of === null ? Number.NaN : Number(of));
    return {
      kind: 'number',
      values: Float64Array.from(at, (place, row) =>
        place < 0 ? numeric(own(row)) : (vector.values[place] ?? Number.NaN),
      ),
    };
  }
  if (vector.kind === 'period') {
    return {
      kind: 'period',
      values: at.map((place, row) => (place < 0 ? Number(own(row) ?? -1) : (vector.values[place] ?? -1))),
    };
  }
  const flag = (of: CellValue) => (of === null ? 2 : of ? 1 : 0);
  return {
    kind: 'boolean',
    values: Uint8Array.from(at, (place, row) => (place < 0 ? flag(own(row)) : (vector.values[place] ?? 2))),
  };
}
