import type { CliCommand } from './command.ts';
import { convert } from './convert.ts';

export const commands: readonly CliCommand[] = [convert];
