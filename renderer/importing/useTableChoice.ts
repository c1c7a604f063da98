import { useRef, useState } from 'react';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { currentItem, sheetOf, type TableItem, tableItems } from './tableItems.ts';
import type { ImportState, OtherTable } from './useImport.ts';

export interface TableChoiceState {
  items: readonly TableItem[];
  current: string | undefined;
  title: string;
  setTitle: (title: string) => void;
  /** Keys of the tables that are imported beside the one that is looked at. */
  chosen: ReadonlySet<string>;
  open: (item: TableItem) => void;
  choose: (item: TableItem, isChosen: boolean) => void;
  others: readonly OtherTable[];
}

/** Which tables of the file are imported, and each one's recipe and title as it was left. */
export function useTableChoice(
  preview: ImportPreview,
  { recipe, change, decide }: Pick<ImportState, 'recipe' | 'change' | 'decide'>,
  fileTitle: string,
): TableChoiceState {
  const seen = useRef(new Map<string, ImportPreview['tables']>());
  const [recipes, setRecipes] = useState<ReadonlyMap<string, Recipe>>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());

  const read = sheetOf(preview.recipe);
  if (read !== undefined && preview.tables.length > 0) seen.current.set(read, preview.tables);
  const items = tableItems(preview, seen.current);
  const current = currentItem(items, preview.recipe);
  // One table is called as its file; of several each has a name of its own.
  const titleOf = (item: TableItem) =>
    titles.get(item.key) ?? ((items.length > 1 && item.title) || fileTitle);
  const others = items.filter((item) => item !== current && chosen.has(item.key));

  return {
    items,
    current: current?.key,
    title: current ? titleOf(current) : fileTitle,
    setTitle: (text) => current && setTitles(new Map(titles).set(current.key, text)),
    chosen: new Set(others.map(({ key }) => key)),
    open: (item) => {
      // What was being looked at is still wanted, as it was left.
      if (current) {
        setRecipes(new Map(recipes).set(current.key, recipe));
        setChosen(new Set([...chosen, current.key]));
      }
      const known = recipes.get(item.key);
      if (known) change(known);
      else decide(item.first);
    },
    choose: (item, isChosen) =>
      setChosen(new Set(isChosen ? [...chosen, item.key] : [...chosen].filter((key) => key !== item.key))),
    others: others.map((item) => {
      const own = recipes.get(item.key);
      return { recipe: own ?? item.first, title: titleOf(item), propose: own === undefined };
    }),
  };
}
