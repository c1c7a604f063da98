import type { TableInFile } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import type { FoundTable } from './detection/structure.ts';
import { unitOfPhrase } from './detection/unitWords.ts';
import { headerOf } from './headerOf.ts';

/** The tables that were found, as one chooses among them. `reading` is how the cells were read. */
export function tablesInFile(
  found: readonly FoundTable[],
  lineOf: (row: number) => number,
  reading: Recipe,
): TableInFile[] {
  return found.map((table) => ({
    title: withoutUnit(table.title.find((text) => text.trim() !== '')?.trim() ?? ''),
    firstLine: lineOf(Math.min(table.first, ...table.header)),
    lastLine: lineOf(table.last),
    rows: table.last - table.first + 1,
    first: [...reading, headerOf(table, lineOf, found.length === 1 && table.after.length === 0)],
  }));
}

/** "Exports of services (Million US$)" is called "Exports of services": the unit stands with the column. */
function withoutUnit(title: string): string {
  const [, name, phrase] = /^(.*\S)\s*[,;(–—-]\s*([^,;()]+)\)?$/.exec(title) ?? [];
  return name !== undefined && phrase !== undefined && unitOfPhrase(phrase.trim()) !== undefined
    ? name.replace(/[\s,;]+$/, '')
    : title;
}
