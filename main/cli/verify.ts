import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { verify as verifyFile } from '../project/verify.ts';
import { type CliCommand, callerPath, usage } from './command.ts';

export const verify: CliCommand = {
  name: 'verify',
  summary: 'Checks every byte of a project',
  help: `tijarat verify P.tijarat

Exit code 1 where a byte is not as it was saved.`,
  async run(args, io) {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw usage('Name one project.');
    const { parts, bytes, program, formatVersion } = await verifyFile(callerPath(path), io.signal);
    await io.write(
      `${basename(path)}: ${parts} parts, ${bytes} bytes, all as saved (Tijarat ${program}, format ${formatVersion})\n`,
    );
    return 0;
  },
};
