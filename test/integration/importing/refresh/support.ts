import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { programOptions } from '../../../../main/workbench/programOptions.ts';
import { createWorkbench } from '../../../../main/workbench/workbench.ts';
import { type FigureChange, RefreshAnswers } from '../../../../shared/contract/refreshing.ts';
import type { CallContext } from '../../../../shared/contract/server.ts';

export const corpus = (name: string) => join(import.meta.dirname, '../../../corpus/refresh', name);
export const context: CallContext = { signal: new AbortController().signal, progress: () => undefined };

/** The program without a window, with a project and nothing in it, gone when the test ends. `now` is its clock. */
export async function openWorkbench(now = '2024-12-02T09:00:00Z') {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-refresh-'));
  const userFolder = join(folder, 'user');
  const clock = { now: new Date(now) };
  await mkdir(userFolder);
  const start = () =>
    createWorkbench({
      ...programOptions({ userFolder, hostKind: 'cli', log: (line) => console.error(line) }),
      now: () => clock.now,
    });
  let workbench = start();
  onTestFinished(async () => {
    await workbench.bench.replace(null);
    await rm(folder, { recursive: true, force: true });
  });
  await workbench.handlers['project.create']({ title: 'Exports' }, context);
  const handlers = () => workbench.handlers;
  return {
    folder,
    userFolder,
    clock,
    get handlers() {
      return handlers();
    },
    project: () => workbench.bench.project(),
    /** As after a killed process: another workbench on the same folder. */
    async restart() {
      await workbench.bench.project().close({ keepJournal: true });
      workbench = start();
      await workbench.bench.resume();
    },
    async importFile(path: string, title: string): Promise<string> {
      const preview = await handlers()['import.inspect']({ path }, context);
      const { table } = await handlers()['import.run'](
        { id: preview.id, recipe: preview.recipe, title },
        context,
      );
      return table;
    },
    plan: (table: string, path: string) => handlers()['refresh.plan']({ table, path }, context),
    change: (id: string, answers: object) =>
      handlers()['refresh.change']({ id, answers: RefreshAnswers.parse(answers) }, context),
    async figures(
      id: string,
      kind: 'new' | 'revised' | 'restated' | 'vanished' | 'conflict' | 'deleted',
    ): Promise<FigureChange[]> {
      return (await handlers()['refresh.figures']({ id, kind, search: '', from: 0, count: 1000 }, context))
        .figures;
    },
    accept: (id: string) => handlers()['refresh.accept']({ id }, context),
    /** All rows of a table, by the columns' ids. */
    async rows(table: string): Promise<unknown[][]> {
      const project = workbench.bench.project();
      const found = project.document.tables.find(({ id }) => id === table);
      const columns = (found?.columns ?? []).map(({ id }) => `"${id}"`).join(', ');
      return await project.engine.rows({
        sql: `SELECT ${columns} FROM ${project.tableName(table)} ORDER BY _id`,
      });
    },
  };
}
