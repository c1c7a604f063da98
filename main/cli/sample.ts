import { parseArgs } from 'node:util';
import { buildSample } from '../workbench/sample/buildSample.ts';
import { type CliCommand, callerPath, usage } from './command.ts';
import { withWorkbench } from './withProject.ts';

export const sample: CliCommand = {
  name: 'sample',
  summary: 'Writes the sample project',
  help: `tijarat sample OUT.tijarat

  Builds the sample project from the releases that come with the program: tables with their sources and vintages,
  pages, targets and a deck.`,
  async run(args, io) {
    const [path, ...rest] = parseArgs({ args, allowPositionals: true, options: {} }).positionals;
    if (path === undefined || rest.length > 0) throw usage('Name the file to write.');
    await withWorkbench(io, async ({ workbench: { bench, handlers }, context }) => {
      await handlers['project.create']({ title: 'Pakistan IT exports' }, context);
      await buildSample(bench, io.signal);
      await handlers['project.save']({ path: callerPath(path) }, context);
    });
    return 0;
  },
};
