import { unitScale } from '../../../shared/formats/unitScale.ts';
import type { Step } from '../../../shared/model/recipe.ts';
import type { ColumnSample } from './columnSample.ts';
import { figureText } from './figureText.ts';
import { unitOfPhrase, unitOfTitle, unitWithin } from './unitWords.ts';

export interface FoundUnit {
  unit: string;
  unitFrom: NonNullable<Extract<Step, { step: 'setColumn' }>['unitFrom']>;
}

/** What is known of units beside the column itself. */
export interface UnitSources {
  /** The one unit that the lines above the table tell. */
  title?: string | undefined;
  /** From a row of units, by the name of the column. */
  row: ReadonlyMap<string, string>;
  /** What all labels of a column say. */
  labels?: string | undefined;
  /** What unit columns with one and the same text in all rows say. */
  column?: string | undefined;
}

/** The unit of a measure, from where it is told most closely: its cells, its units row, its name, the labels, a unit column, the title. */
export function unitOfColumn(sample: ColumnSample, sources: UnitSources): FoundUnit | undefined {
  const cells = unitsOfCells(sample);
  const [cell] = cells.units;
  if (cells.units.size === 1 && cell !== undefined)
    return { unit: joined(cell, sources.title), unitFrom: 'cells' };
  if (cells.units.size > 1) return undefined;
  const row = sources.row.get(sample.name);
  if (row) return { unit: unitOfPhrase(row) ?? row, unitFrom: 'unitsRow' };
  const name = unitWithin(sample.name);
  if (name) return { unit: joined(joined(name, sources.column), sources.title), unitFrom: 'header' };
  if (sources.labels)
    return { unit: joined(joined(sources.labels, sources.column), sources.title), unitFrom: 'labels' };
  if (sources.column) return { unit: joined(sources.column, sources.title), unitFrom: 'column' };
  return sources.title ? { unit: sources.title, unitFrom: 'title' } : undefined;
}

/** Half a unit is made whole by one that says the same and more: "US$" or "million" by "US$ million". Of two halves comes one. */
function joined(own: string, other: string | undefined): string {
  if (other === undefined || own === '%' || other === '%') return own;
  const [ownScale, otherScale] = [unitScale(own)?.word, unitScale(other)?.word];
  const [ownMoney, otherMoney] = [money(own), money(other)];
  if (ownScale !== undefined && ownMoney !== '') return own;
  if (
    ownScale === undefined &&
    ownMoney !== '' &&
    otherScale !== undefined &&
    (otherMoney === ownMoney || otherMoney === '')
  )
    return `${ownMoney} ${otherScale}`;
  if (
    ownScale !== undefined &&
    ownMoney === '' &&
    otherMoney !== '' &&
    (otherScale === ownScale || otherScale === undefined)
  )
    return `${otherMoney} ${ownScale}`;
  return own;
}

function money(unit: string): string {
  const scale = unitScale(unit)?.word;
  return (scale ? unit.replace(scale, '') : unit).trim();
}

/** The units that the cells of a column name, and how they write them. */
export function unitsOfCells({ texts }: ColumnSample): { units: Set<string>; affixes: Set<string> } {
  const units = new Set<string>();
  const affixes = new Set<string>();
  for (const { text } of texts) {
    const figure = figureText(text);
    if (!figure || figure.affixes.length === 0) continue;
    for (const affix of figure.affixes) affixes.add(affix);
    const unit = unitWithin(figure.affixes.join(' '));
    if (unit) units.add(unit);
  }
  return { units, affixes };
}

/** The units that labels name in brackets, "Exports (US$ million)", and the share of the labels that do. */
export function unitsOfLabels({ texts, labels }: ColumnSample): { units: Set<string>; share: number } {
  const named = texts.flatMap(({ text }) => {
    const label = labels?.[text] ?? text;
    return label.trim() === '' ? [] : [/[([]/.test(label) ? unitOfTitle(label) : undefined];
  });
  const units = named.filter((unit) => unit !== undefined);
  return { units: new Set(units), share: named.length === 0 ? 0 : units.length / named.length };
}

/** The unit that all labels of some column name. */
export function unitOfAllLabels(samples: readonly ColumnSample[]): string | undefined {
  for (const sample of samples) {
    const { units, share } = unitsOfLabels(sample);
    const [unit] = units;
    if (share === 1 && units.size === 1) return unit;
  }
  return undefined;
}

/** The unit of all rows, where unit columns hold one text each: currency USD and UNIT_MULT 6 are US$ million. */
export function unitOfUnitColumns(samples: readonly ColumnSample[]): string | undefined {
  const powers: Record<string, string> = {
    '3': 'thousand',
    '6': 'million',
    '9': 'billion',
    '12': 'trillion',
  };
  const parts = samples.flatMap(({ texts }) => {
    const [only, ...others] = texts.filter(({ text }) => text.trim() !== '');
    return only && others.length === 0 ? (powers[only.text.trim()] ?? only.text) : [];
  });
  return parts.length === samples.length && parts.length > 0 ? unitOfPhrase(parts.join(' ')) : undefined;
}
