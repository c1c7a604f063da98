import type { CellForm, CellForms } from './cellForms.ts';

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
  #repeats = 0;
  #formed = 0;
  #spelled = 0;

  constructor(forms: CellForms) {
    this.#of = forms;
  }

  bits(cell: string): number {
    const form = this.#of.of(cell);
    const times = this.#texts.get(cell) ?? 0;
    const alike = form.form === '' ? 0 : (this.#forms.get(form.form) ?? 0);
    let least = this.#by(this.#spelled) + form.spelled;
    let way = 2;
    if (alike > 0) {
      const bits = this.#by(this.#formed) + Math.log2((this.#formed + this.#spelled) / alike) + form.letters;
      if (bits < least) [least, way] = [bits, 1];
    }
    if (times > 0) {
      const bits = this.#by(this.#repeats) + Math.log2(this.#cells / times);
      if (bits < least) [least, way] = [bits, 0];
    }
    this.#count(cell, form, way, times, alike);
    return least + form.torn;
  }

  /** The share of cells written that way so far. */
  #by(count: number): number {
    return Math.log2((this.#cells + 1.5) / (count + 0.5));
  }

  #count(cell: string, { form }: CellForm, way: number, times: number, alike: number): void {
    this.#cells++;
    if (way === 0) this.#repeats++;
    else if (way === 1) this.#formed++;
    else this.#spelled++;
    this.#texts.set(cell, times + 1);
    if (form !== '' && way !== 0) this.#forms.set(form, alike + 1);
  }
}
