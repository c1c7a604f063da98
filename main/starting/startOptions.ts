import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  file?: string;
  noWindow: boolean;
  userFolder?: string;
  help: boolean;
}

export const startUsage = `npm start -- [--no-window] [--user-folder DIR] [FILE]

Opens the workbench with FILE (a .tijarat project, or a data file to import); without FILE with a copy of the sample project.
  --no-window        opens nothing and prints the address; ends on SIGTERM
  --user-folder DIR  keeps settings, recent projects and journals in DIR`;

/** Paths count from `folder`, the one that the user called from. Throws on an unknown option or a second file. */
export function startOptions(args: readonly string[], folder: string): StartOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'no-window': { type: 'boolean', default: false },
      'user-folder': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [file, second] = positionals;
  if (second !== undefined) throw new Error(`One file at most: ${second} is a second one.`);
  const userFolder = values['user-folder'];
  return {
    noWindow: values['no-window'],
    help: values.help,
    ...(file !== undefined && { file: resolve(folder, file) }),
    ...(userFolder !== undefined && { userFolder: resolve(folder, userFolder) }),
  };
}
