import { join } from 'node:path';
import { Settings } from '../../shared/contract/app.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

/** The user's settings, kept in settings.json of the user's folder. */
export interface SettingsFile {
  get(): Promise<Settings>;
  /** What is named; undefined means the default again. */
  change(change: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings>;
}

export function createSettingsFile(userFolder: string): SettingsFile {
  const path = join(userFolder, 'settings.json');
  const get = async () => (await readJsonFile(path, Settings)) ?? Settings.parse({});
  return {
    get,
    async change(change) {
      const settings = Settings.parse({ ...(await get()), ...change });
      await writeJsonFile(path, settings);
      return settings;
    },
  };
}
