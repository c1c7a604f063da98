import { parseArgs } from 'node:util';
import { buildSample } from '../workbench/sample/buildSample.ts';
import { type CliCommand, callerPath, usage } from './command.ts';
import { withWorkbench } from './withProject.ts';

export const sample: CliCommand = {
  name: 'sample',
  summary: 'Writes the sample project',
  help: `tijarat sample OUT.tijarat

IT and ITeS exports of Pakistan, with peers, targets, events and claims.`,
  async run(args, io) {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw usage('Name the file to write.');
    const out = callerPath(path);
    await withWorkbench(io, async ({ workbench: { bench, handlers }, context }) => {
      await handlers['project.create']({ title: 'Pakistan IT exports' }, context);
      await buildSample(bench, io.signal);
      await handlers['project.save']({ path: out }, context);
    });
    await io.write(`${out}\n`);
    return 0;
  },
};
