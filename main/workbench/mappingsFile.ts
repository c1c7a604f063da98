import { join } from 'node:path';
import { Mappings } from '../../shared/contract/mappings.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { withRecipe, withText } from '../importing/mappings.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

/** What the user mapped in imports so far, kept in mappings.json of the user's folder: the next import is proposed with it. */
export interface MappingsFile {
  get(): Promise<Mappings>;
  /** Keeps the mappings of a recipe that was accepted. */
  keep(recipe: Recipe): Promise<void>;
  /** Sets what a text stands for in a code list; null forgets it. */
  change(list: string, text: string, code: string | null): Promise<Mappings>;
}

export function createMappingsFile(userFolder: string): MappingsFile {
  const path = join(userFolder, 'mappings.json');
  const get = async (): Promise<Mappings> => (await readJsonFile(path, Mappings)) ?? {};
  /** One change after the other: each begins with what the one before wrote. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const made = last.then(change);
    last = made.catch(() => undefined);
    return made;
  };
  return {
    get,
    keep: (recipe) =>
      inTurn(async () => {
        const changed = withRecipe(await get(), recipe);
        if (changed) await writeJsonFile(path, changed);
      }),
    change: (list, text, code) =>
      inTurn(async () => {
        const changed = withText(await get(), list, text, code);
        await writeJsonFile(path, changed);
        return changed;
      }),
  };
}
