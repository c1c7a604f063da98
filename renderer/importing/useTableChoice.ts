import { useState } from 'react';
import type { Recipe } from '../../shared/model/recipe.ts';
import { currentItem, type TableItem, tableItems } from './tableItems.ts';
import type { ImportState, OtherTable } from './useImport.ts';

interface Kept {
  item: TableItem;
  /** As it was left; absent where it was not looked at. */
  recipe?: Recipe;
  title: string;
}

export interface TableChoiceState {
  items: readonly TableItem[];
  current: string | undefined;
  title: string;
  setTitle: (title: string) => void;
  chosen: ReadonlySet<string>;
  open: (item: TableItem) => void;
  choose: (item: TableItem, isChosen: boolean) => void;
  /** What is imported beside the one that is looked at. */
  others: readonly OtherTable[];
}

/** Which tables of the file are imported, and each one's recipe and title as it was left. */
export function useTableChoice(
  { preview, recipe, change, decide }: ImportState,
  firstTitle: string,
): TableChoiceState {
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const items = preview ? tableItems(preview, recipe) : [];
  const current = currentItem(items, recipe);
  // A sheet that was opened since is known by its tables now: what was chosen stays with the sheet.
  const keyed = (item: TableItem) => ({ item, title: titles.get(item.key) ?? item.title });
  const title = (current && titles.get(current.key)) ?? firstTitle;

  const open = (item: TableItem) => {
    if (current) {
      setKept(new Map(kept).set(current.key, { item: current, recipe, title }));
      setTitles(
        new Map(titles)
          .set(current.key, title)
          .set(item.key, titles.get(item.key) ?? (item.title || firstTitle)),
      );
      setChosen(new Set([...chosen, current.key].filter((key) => key !== item.key)));
    }
    const known = kept.get(item.key)?.recipe;
    if (known) change(known);
    else decide(item.first);
  };
  const choose = (item: TableItem, isChosen: boolean) => {
    if (isChosen && !kept.has(item.key)) setKept(new Map(kept).set(item.key, keyed(item)));
    setChosen(new Set(isChosen ? [...chosen, item.key] : [...chosen].filter((key) => key !== item.key)));
  };
  return {
    items,
    current: current?.key,
    title,
    setTitle: (text) => current && setTitles(new Map(titles).set(current.key, text)),
    chosen: new Set([...chosen].filter((key) => key !== current?.key)),
    open,
    choose,
    others: [...chosen].flatMap((key): OtherTable[] => {
      const one = kept.get(key);
      if (!one || key === current?.key) return [];
      const { item, recipe: own } = one;
      return [{ recipe: own ?? item.first, title: one.title || firstTitle, propose: own === undefined }];
    }),
  };
}
