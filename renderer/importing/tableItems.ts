import type { ImportPreview } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';

/** A table that can be taken from the file: one that was found, or a sheet that was not looked at yet. */
export interface TableItem {
  key: string;
  title: string;
  sheet: string | undefined;
  hidden: boolean;
  /** Absent where the sheet was not looked at. */
  rows: number | undefined;
  lines: readonly [number, number] | undefined;
  /** The first steps of its recipe. */
  first: Recipe;
}

/** The tables of sheets that were looked at before, by the name of the sheet. */
export type SeenTables = ReadonlyMap<string, ImportPreview['tables']>;

/** The sheets in their order; each one that was looked at gives way to its tables. */
export function tableItems(preview: ImportPreview, seen: SeenTables): TableItem[] {
  const found = (tables: ImportPreview['tables'], sheet: string | undefined, hidden: boolean): TableItem[] =>
    tables.map((table) => ({
      key: keyOf(sheet, table.firstLine),
      title: table.title || sheet || '',
      sheet,
      hidden,
      rows: table.rows,
      lines: [table.firstLine, table.lastLine],
      first: table.first,
    }));
  if (preview.sheets.length === 0) return found(preview.tables, undefined, false);
  return preview.sheets.flatMap(({ name, hidden }): TableItem[] => {
    const tables = name === sheetOf(preview.recipe) ? preview.tables : seen.get(name);
    if (tables && tables.length > 0) return found(tables, name, hidden);
    return [
      {
        key: keyOf(name, 0),
        title: name,
        sheet: name,
        hidden,
        rows: undefined,
        lines: undefined,
        first: [{ step: 'readSheet', sheet: name }],
      },
    ];
  });
}

/** The sheet that a recipe reads, of a workbook. */
export function sheetOf([read]: Recipe): string | undefined {
  return read?.step === 'readSheet' ? read.sheet : undefined;
}

/** The item that the recipe takes: the one whose lines hold its first data. */
export function currentItem(items: readonly TableItem[], recipe: Recipe): TableItem | undefined {
  const header = recipe.find((step) => step.step === 'header');
  const sheet = sheetOf(recipe);
  const own = items.filter((item) => item.sheet === sheet);
  const line = header?.step === 'header' ? header.firstDataLine : 1;
  return own.find(({ lines }) => lines && lines[0] <= line && line <= lines[1]) ?? own[0];
}

function keyOf(sheet: string | undefined, line: number): string {
  return `${sheet ?? ''}\n${line}`;
}
