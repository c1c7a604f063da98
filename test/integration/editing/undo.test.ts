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
  | { do: 'redo' }
  | { do: 'goTo'; state: number };

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
  fc.record({ do: fc.constant('goTo' as const), state: fc.nat(20) }),
);

interface State {
  title: string;
  rows: Map<number, number | null>;
  /** The state before it, and the step that led here. */
  parent: number;
  sequence: number;
  /** Where redo leads. */
  next: number | null;
}

/** The plain model: a tree of states, none of which is ever forgotten, and where one stands. */
interface Model {
  states: State[];
  at: number;
}

/** Stands at a state: redo leads back along the way on which one came here. */
function stand(model: Model, at: number): void {
  model.at = at;
  for (let index = at; index > 0; ) {
    const parent = model.states[index]?.parent ?? 0;
    const before = model.states[parent];
    if (before) before.next = index;
    index = parent;
  }
}

test('any run of edits, undos, redos and returns to a left branch gives what a plain tree of states gives, before and after a crash', async () => {
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
      const first = {
        title: 'IT exports',
        rows: await rows(),
        parent: 0,
        sequence: project.savedAt,
        next: null,
      };
      const model: Model = { states: [first], at: 0 };
      for (const one of actions) {
        const now = model.states[model.at];
        if (!now) throw new Error('the model stands nowhere');
        const next = { ...now, rows: new Map(now.rows), parent: model.at, next: null };
        if (one.do === 'undo') {
          if (model.at === 0) continue;
          await editor.undo();
          model.at = now.parent;
        } else if (one.do === 'redo') {
          if (now.next === null) continue;
          await editor.redo();
          model.at = now.next;
        } else if (one.do === 'goTo') {
          const to = one.state % model.states.length;
          await editor.goTo(model.states[to]?.sequence ?? 0);
          stand(model, to);
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
          next.sequence = project.history.at;
          stand(model, model.states.push(next) - 1);
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
      for (let at = model.at; at > 0; at = model.states[at]?.parent ?? 0) await editorOf(back).undo();
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
