import { parseArgs } from 'node:util';
import { benches } from './benches.ts';
import { lineOf, tableLine, tableRow } from './support/report.ts';

// `npm run bench -- [--json] [--only NAME]`: prints the figures, each as soon as it is measured; words about the run go to standard error.

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const { json, only } = values;
const chosen = benches.filter(({ name }) => name.startsWith(only));
if (chosen.length === 0) {
  process.stderr.write(
    `No figure begins with "${only}". There are ${benches.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else if (!json) {
  process.stdout.write(`${tableRow(['name', 'median', 'p95', 'runs', 'milliseconds'])}\n`);
}
for (const bench of chosen) {
  try {
    const line = lineOf(bench, await bench.measure());
    process.stdout.write(`${json ? JSON.stringify(line) : tableLine(line, bench.what)}\n`);
  } catch (error) {
    process.stderr.write(`${bench.name}: ${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  }
}
