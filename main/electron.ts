import { join } from 'node:path';
import { app } from 'electron';
import { startShell } from './shell/startShell.ts';

/** The entry of the packed application. Bundled into dist/main, beside the programs that it starts. */
const say = (line: string) => process.stderr.write(`${line}\n`);
const options = { programs: import.meta.dirname, pages: join(import.meta.dirname, '../renderer'), say };
startShell(options).catch((error) => {
  say(`Tijarat could not start: ${error instanceof Error ? error.stack : error}`);
  app.exit(1);
});
