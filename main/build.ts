import { buildForHosts, buildMain } from './starting/buildProgram.ts';

/** What `npm run build` runs: the page, the sample project and the programs of the packed application, where they are stale. */
for (const line of await buildForHosts()) process.stderr.write(`${line}\n`);
if (await buildMain()) process.stderr.write('The programs were built.\n');
