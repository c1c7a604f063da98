import { join } from 'node:path';
import { z } from 'zod';
import type { Recipe } from '../../shared/model/recipe.ts';
import { type Mappings, withRecipe } from '../importing/mappings.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

const Kept = z.record(z.string(), z.record(z.string(), z.string()));

/** What the user mapped in imports so far, kept in mappings.json of the user's folder: the next import is proposed with it. */
export interface MappingsFile {
  get(): Promise<Mappings>;
  /** Keeps the mappings of a recipe that was accepted. */
  keep(recipe: Recipe): Promise<void>;
}

export function createMappingsFile(userFolder: string): MappingsFile {
  const path = join(userFolder, 'mappings.json');
  const get = async (): Promise<Mappings> => (await readJsonFile(path, Kept)) ?? {};
  return {
    get,
    async keep(recipe) {
      const changed = withRecipe(await get(), recipe);
      if (changed) await writeJsonFile(path, changed);
    },
  };
}
