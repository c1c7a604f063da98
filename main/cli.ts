import type { CliIo } from './cli/command.ts';
import { runCli } from './cli/runCli.ts';

/** `tijarat COMMAND ...`: the program without a window. */
const cancel = new AbortController();
process.once('SIGINT', () => cancel.abort());
process.once('SIGTERM', () => cancel.abort());
// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const io: CliIo = {
  write: (text) =>
    new Promise((done) => {
      process.stdout.write(text, () => done());
    }),
  log: (line) => void process.stderr.write(`${line}\n`),
  signal: cancel.signal,
};

process.exitCode = await runCli(process.argv.slice(2), io);
