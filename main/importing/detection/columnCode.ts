import type { CellForms } from './cellForms.ts';

/**
 * What it takes to write down the cells of a column, one after the other: as a text that came before, as a form that came before with its
 * letters and digits, or letter by letter. Each is the cheaper the more often the column used it (adaptive code), so that columns of one kind,
 * of whatever kind, are short.
 */
export class ColumnCode {
  readonly #of: CellForms;
  readonly #texts = new Map<string, number>();
  readonly #forms = new Map<string, number>();
  #cells = 0;
  /** How many cells each way suited: repeated, formed, spelled. */
  readonly #ways: [number, number, number] = [0, 0, 0];

  constructor(forms: CellForms) {
    this.#of = forms;
  }

  bits(cell: string): number {
    const form = this.#of.of(cell);
    const times = this.#texts.get(cell) ?? 0;
    const alike = form.form === '' ? 0 : (this.#forms.get(form.form) ?? 0);
    const ways = [
      times > 0 ? Math.log2(this.#cells / times) : Number.POSITIVE_INFINITY,
      alike > 0
        ? Math.log2((this.#ways[1] + this.#ways[2] + 1) / alike) + form.letters
        : Number.POSITIVE_INFINITY,
      form.spelled,
    ] as const;
    let bits = Number.POSITIVE_INFINITY;
    let way: 0 | 1 | 2 = 2;
    for (const i of WAYS) {
      bits = Math.min(bits, ways[i] + Math.log2((this.#cells + 1.5) / (this.#ways[i] + 0.5)));
      // The way that suits the cell is counted, be it dear for once: else a column would keep to the way it began with.
      if (ways[i] < ways[way]) way = i;
    }
    this.#cells++;
    this.#ways[way]++;
    this.#texts.set(cell, times + 1);
    if (form.form !== '' && way !== 0) this.#forms.set(form.form, alike + 1);
    return bits + form.torn;
  }
}

const WAYS = [0, 1, 2] as const;
