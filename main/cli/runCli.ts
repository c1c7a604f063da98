import { parseArgs } from 'node:util';
import { problemLine, toProblemData } from '../../shared/contract/problem.ts';
import { type CliIo, UsageError } from './command.ts';
import { commands } from './index.ts';

/** Runs the command that the arguments name. Exit codes: 0 done, 1 the input or the request is at fault, 2 usage. */
export async function runCli([name, ...args]: string[], io: CliIo): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await io.write(overview());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    io.log(`There is no command "${name}".\n`);
    io.log(overview());
    return 2;
  }
  if (wantsHelp(args)) {
    await io.write(`${command.help}\n`);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError || isParseError(error)) {
      io.log(`${(error as Error).message}\n\n${command.help}`);
      return 2;
    }
    const problem = toProblemData(error);
    if (problem.code === 'internal' && error instanceof Error) io.log(error.stack ?? error.message);
    io.log(`${problemLine(problem)} [${problem.code}]`);
    return 1;
  }
}

function wantsHelp(args: string[]): boolean {
  return (
    parseArgs({ args, strict: false, options: { help: { type: 'boolean', short: 'h' } } }).values.help ===
    true
  );
}

function isParseError(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function overview(): string {
  const lines = commands.map(({ name: command, summary }) => `  ${command.padEnd(9)} ${summary}`);
  return `tijarat COMMAND ...   (tijarat COMMAND --help says more)\n\n${lines.join('\n')}\n`;
}
