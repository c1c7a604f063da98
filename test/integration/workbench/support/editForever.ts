import { createEditor } from '../../../../main/editing/editor.ts';
import { recoverProject } from '../../../../main/project/recoverProject.ts';

// A process that brings a project back and edits it until it is killed. It tells each edit before it is asked for and when it was acknowledged.

const [userFolder = '', id = '', from = '0'] = process.argv.slice(2);
const project = await recoverProject(
  {
    userFolder,
    version: '0.1.0-test',
    now: () => new Date(),
    newId: () => 'unused',
    log: () => {},
  },
  id,
);
const editor = createEditor(project, { changed: () => {} });
for (let number = Number(from) + 1; ; number++) {
  await editor.run('insertRows', { table: 'exports', rows: [{ value: number }] });
  process.send?.(number);
}
