import type { commandArgs, internalCommandArgs } from '../../shared/contract/commands.ts';

/** Commands that windows may run, and those of the program itself. */
export type AnyCommandName = keyof typeof commandArgs | keyof typeof internalCommandArgs;

export type AnyCommandSchema<N extends AnyCommandName> = N extends keyof typeof commandArgs
  ? (typeof commandArgs)[N]
  : N extends keyof typeof internalCommandArgs
    ? (typeof internalCommandArgs)[N]
    : never;
