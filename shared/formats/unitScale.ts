export interface Scale {
  /** As in the unit: "million". */
  readonly word: string;
  /** As printed after a figure: "m". */
  readonly short: string;
  readonly factor: number;
}

const SCALES: readonly Scale[] = [
  { word: 'thousand', short: 'k', factor: 1e3 },
  { word: 'lakh', short: 'lakh', factor: 1e5 },
  { word: 'million', short: 'm', factor: 1e6 },
  { word: 'crore', short: 'crore', factor: 1e7 },
  { word: 'billion', short: 'bn', factor: 1e9 },
  { word: 'trillion', short: 'tn', factor: 1e12 },
];

/** The scale word of a unit: "US$ million" is in millions, short "m". Null where it has none: "%", "US$". */
export function unitScale(unit: string): Scale | null {
  return SCALES.find(({ word }) => new RegExp(`\\b${word}s?\\b`, 'i').test(unit)) ?? null;
}

/** A scale by its word; "one" is none. */
export function scaleFactor(word: string): number {
  return SCALES.find((scale) => scale.word === word)?.factor ?? 1;
}

/** "US$ thousand" in millions is "US$ million"; in ones "US$". */
export function unitInScale(unit: string, word: string): string {
  const scale = unitScale(unit);
  const bare = scale ? unit.replace(new RegExp(`\\s*\\b${scale.word}s?\\b`, 'i'), '') : unit;
  return word === 'one' ? bare : `${bare} ${word}`.trim();
}

/** "US$ million" as "US$ m". */
export function shortUnit(unit: string): string {
  const scale = unitScale(unit);
  return scale ? unit.replace(new RegExp(`\\b${scale.word}s?\\b`, 'i'), scale.short) : unit;
}
