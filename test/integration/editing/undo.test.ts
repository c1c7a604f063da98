import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recoverProject } from '../../../main/project/recoverProject.ts';
import {
  allRows,
  editorOf,
  projectWithRows,
  testEnvironment,
  testFolder,
} from '../project/support/makeProject.ts';

type Action =
  | { do: 'set'; row: number; value: number | null }
  | { do: 'insert'; value: number }
  | { do: 'delete'; row: number }
  | { do: 'title'; title: string }
  | { do: 'undo' }
  | { do: 'redo' };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    do: fc.constant('set' as const),
    row: fc.nat(40),
    value: fc.option(fc.integer({ min: -999, max: 999 })),
  }),
  fc.record({ do: fc.constant('insert' as const), value: fc.nat(99) }),
  fc.record({ do: fc.constant('delete' as const), row: fc.nat(40) }),
  fc.record({ do: fc.constant('title' as const), title: fc.constantFrom('a', 'b', 'c') }),
  { arbitrary: fc.constantFrom<Action>({ do: 'undo' }, { do: 'redo' }), weight: 3 },
);

/** The plain model: a list of states, and where one stands. */
interface Model {
  states: { title: string; rows: Map<number, number | null> }[];
  at: number;
}

test('any run of edits, undos and redos gives what a plain list of states gives, before and after a crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 14 }), async (actions) => {
      const folder = await testFolder();
      const environment = testEnvironment(join(folder, 'user'));
      const project = await projectWithRows(environment, 6);
      const path = join(folder, 'p.tijarat');
      await project.save({ path });
      const editor = editorOf(project);
      const rows = async (of = project) =>
        new Map((await allRows(of)).map((row) => [Number(row[0]), row[4] as number | null]));
      const model: Model = { states: [{ title: 'IT exports', rows: await rows() }], at: 0 };
      for (const one of actions) {
        const now = model.states[model.at];
        if (!now) throw new Error('the model stands nowhere');
        const next = { title: now.title, rows: new Map(now.rows) };
        if (one.do === 'undo') {
          if (model.at === 0) continue;
          await editor.undo();
          model.at--;
        } else if (one.do === 'redo') {
          if (model.at === model.states.length - 1) continue;
          await editor.redo();
          model.at++;
        } else {
          if (one.do === 'set') {
            const run = editor.run('setCells', {
              table: 'exports',
              cells: [{ row: one.row, column: 'value', value: one.value }],
            });
            if (!now.rows.has(one.row)) {
              await expect(run).rejects.toMatchObject({ code: 'row.missing' });
              continue;
            }
            await run;
            next.rows.set(one.row, one.value);
          } else if (one.do === 'insert') {
            const { rows: made } = await editor.run('insertRows', {
              table: 'exports',
              rows: [{ value: one.value }],
            });
            next.rows.set(made[0] ?? -1, one.value);
          } else if (one.do === 'delete') {
            if (!now.rows.has(one.row)) continue;
            await editor.run('deleteRows', { table: 'exports', rows: [one.row] });
            next.rows.delete(one.row);
          } else {
            await editor.run('updateProject', { change: { title: one.title } });
            next.title = one.title;
          }
          model.states.splice(model.at + 1, Number.POSITIVE_INFINITY, next);
          model.at++;
        }
        expect(await rows()).toEqual(model.states[model.at]?.rows);
        expect(project.document.title).toBe(model.states[model.at]?.title);
      }
      const status = project.status();
      await project.close({ keepJournal: true });
      const back = await recoverProject(environment, project.id);
      expect(await rows(back)).toEqual(model.states[model.at]?.rows);
      expect(back.document).toEqual(project.document);
      const { recovered: _, ...restored } = back.status();
      const { recovered: __, ...before } = status;
      expect(restored).toEqual(before);
      // The undo list came back, too: all the way to where the project was saved.
      for (let at = model.at; at > 0; at--) await editorOf(back).undo();
      expect(await rows(back)).toEqual(model.states[0]?.rows);
      expect(back.status().dirty).toBe(false);
      await back.close({ keepJournal: false });
    }),
    {
      numRuns: Number(process.env['TIJARAT_RUNS'] ?? 5),
      interruptAfterTimeLimit: 40_000,
      markInterruptAsFailure: false,
    },
  );
});
