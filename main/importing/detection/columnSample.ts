import { cellKind } from './cellKind.ts';

/** What a column holds in the sample: its texts with their counts, most frequent first. */
export interface ColumnSample {
  name: string;
  texts: readonly { text: string; count: number }[];
  /** True where the list of texts was cut. */
  many: boolean;
  rows: number;
  /** Names of its codes, where a step before knows them. */
  labels?: Readonly<Record<string, string>>;
}

/** The texts that say something. */
export function textsOf({ texts }: ColumnSample): string[] {
  return texts.flatMap(({ text }) => {
    const kind = cellKind(text);
    return kind === 'empty' || kind === 'missing' ? [] : text.trim();
  });
}
