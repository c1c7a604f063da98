import type { CliCommand } from './command.ts';
import { convert } from './convert.ts';
import { exportProject } from './export.ts';
import { importFiles } from './import.ts';
import { info } from './info.ts';
import { query } from './query.ts';
import { refresh } from './refresh.ts';
import { sample } from './sample.ts';
import { verify } from './verify.ts';

export const commands: readonly CliCommand[] = [
  sample,
  importFiles,
  refresh,
  info,
  query,
  exportProject,
  convert,
  verify,
];
