import { buildMain, buildPage } from './starting/buildProgram.ts';

/** What `npm run build` runs: the page and the programs of the packed application, where they are stale. */
if (await buildPage()) process.stderr.write('The page was built.\n');
if (await buildMain()) process.stderr.write('The programs were built.\n');
