import { figureText, formatSense } from './numberFormat.ts';
import type { ReaderNote } from './reader.ts';
import { scaledNote } from './sheetNotes.ts';

/** The figures of one sheet as text, and what their number formats tell of them on the way. */
export class SheetFormats {
  readonly #note: (note: ReaderNote) => void;
  readonly #scaled = new Map<number, number>();
  readonly #currencies = new Map<number, Map<string, number>>();

  constructor(note: (note: ReaderNote) => void) {
    this.#note = note;
  }

  text(value: number, format: string | undefined, line: number, column: number): string {
    const sense = formatSense(format);
    if (sense && sense.divisor > 1 && this.#scaled.get(column) !== sense.divisor) {
      // The first cell speaks for its column.
      this.#scaled.set(column, sense.divisor);
      this.#note(scaledNote(line, column, sense.divisor));
    }
    const currencies = this.#currencies.get(column) ?? new Map<string, number>();
    const currency = sense?.percent ? '%' : (sense?.currency ?? '');
    currencies.set(currency, (currencies.get(currency) ?? 0) + 1);
    this.#currencies.set(column, currencies);
    return figureText(value, sense);
  }

  /** The currency of each column whose figures nearly all show it, or %. */
  units(): Map<number, string> {
    const units = new Map<number, string>();
    for (const [column, currencies] of this.#currencies) {
      const all = [...currencies.values()].reduce((sum, count) => sum + count, 0);
      const [most] = [...currencies].toSorted(([, a], [, b]) => b - a);
      if (most && most[0] !== '' && most[1] >= all * 0.9) units.set(column, most[0]);
    }
    return units;
  }
}
