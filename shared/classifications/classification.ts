import { nameKey } from './nameKey.ts';

/** A code list: what an office means by its codes. Attached to a column whose values mostly are such codes. */
export interface Classification {
  id: string;
  title: string;
  /** The SDMX concept that columns under this list share. */
  concept: string;
  labels: Readonly<Record<string, string>>;
  /** Child -> parent. */
  parents: Readonly<Record<string, string>>;
  /** Codes in the order of the publication. */
  order: readonly string[];
  /** Codes that stand for several others of the list: the world, a region, a club. */
  groups?: ReadonlySet<string>;
  /** Codes of other systems, exactly as written -> code of this list. */
  otherCodes?: ReadonlyMap<string, string>;
  /** `nameKey` of a name in use -> code. */
  names?: ReadonlyMap<string, string>;
  /** What columns of it are called. Short codes mean many things: where they stand in no such column they are not taken for these. */
  columnNames?: RegExp;
  /** Codes that are unmistakable in any column. */
  plainCodes?: RegExp;
}

/** The code that a text stands for: a code of the list, one of another system, or a name in a usual spelling. Null where it is none of them. */
export function codeOf(classification: Classification, text: string): string | null {
  const written = text.trim();
  if (Object.hasOwn(classification.labels, written)) return written;
  return classification.otherCodes?.get(written) ?? codeOfName(classification, written);
}

/** The code that a name stands for, without footnote marks (China*, France 1/) and years of extent (Indonesia (...2002)). */
export function codeOfName({ names }: Classification, text: string): string | null {
  if (!names) return null;
  const bare = text
    .replace(/^\s*\d+(\.\d+)*\.?\s+/, '')
    .replace(/\(\s*(\.\.\.|…)?\s*\d{4}[^)]*\)|\(\s*\d{4}\s*(\.\.\.|…)\s*\)/g, '')
    .replace(/\s*(\*+|†|‡|[¹²³]|\d+\/|\[\w\]|\(\w\))\s*$/, '');
  return names.get(nameKey(text)) ?? names.get(nameKey(bare)) ?? null;
}

/** A record and its names by key: "code|name|other name" a line. */
export function listOf(text: string): { code: string; name: string; others: string[] }[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', name = '', ...others] = line.split('|');
      return { code, name, others };
    });
}
