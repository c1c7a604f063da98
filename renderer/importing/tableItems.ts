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

/** The sheets in their order; the one that is read gives way to its tables. */
export function tableItems(preview: ImportPreview, recipe: Recipe): TableItem[] {
  const [read] = recipe;
  const current = read?.step === 'readSheet' ? read.sheet : undefined;
  const found = (sheet: string | undefined, hidden: boolean): TableItem[] =>
    preview.tables.map((table) => ({
      key: keyOf(sheet, table.firstLine),
      title: table.title || sheet || '',
      sheet,
      hidden,
      rows: table.rows,
      lines: [table.firstLine, table.lastLine],
      first: table.first,
    }));
  if (preview.sheets.length === 0) return found(undefined, false);
  return preview.sheets.flatMap(({ name, hidden }): TableItem[] => {
    if (name === current && preview.tables.length > 0) return found(name, hidden);
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

/** The item that the recipe takes: the one whose lines hold its first data. */
export function currentItem(items: readonly TableItem[], recipe: Recipe): TableItem | undefined {
  const [read] = recipe;
  const header = recipe.find((step) => step.step === 'header');
  const sheet = read?.step === 'readSheet' ? read.sheet : undefined;
  const own = items.filter((item) => item.sheet === sheet);
  const line = header?.step === 'header' ? header.firstDataLine : 1;
  return own.find(({ lines }) => lines && lines[0] <= line && line <= lines[1]) ?? own[0];
}

function keyOf(sheet: string | undefined, line: number): string {
  return `${sheet ?? ''}\n${line}`;
}
