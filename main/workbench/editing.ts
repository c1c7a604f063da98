import type { CommandArgs } from '../../shared/contract/commands.ts';
import type { Handlers } from '../../shared/contract/server.ts';
import { planReplace } from '../editing/replacing/planReplace.ts';
import type { Bench } from './bench.ts';
import { checkPattern } from './order/findMatcher.ts';
import { tableOf } from './runQuery.ts';

type EditingCalls = 'edit.run' | 'edit.tryReplace' | 'edit.undo' | 'edit.redo' | 'edit.goTo' | 'edit.history';

export function editingHandlers(bench: Bench): Pick<Handlers, EditingCalls> {
  return {
    // The editor checks the arguments against the command's schema: they may be anything here.
    'edit.run': ({ command, args }, { signal }) =>
      bench.editor().run(command, args as CommandArgs<typeof command>, signal),
    async 'edit.tryReplace'(args, { signal }) {
      const { document, engine, tableName } = bench.project();
      const table = tableOf(document, args.table);
      await checkPattern(engine, args);
      const plan = await planReplace(
        (statement) => engine.rows(statement, signal),
        table,
        tableName(table.id),
        args,
        document.fiscalYearStart,
      );
      return plan.outcome;
    },
    'edit.undo': () => bench.editor().undo(),
    'edit.redo': () => bench.editor().redo(),
    'edit.goTo': ({ step }) => bench.editor().goTo(step),
    'edit.history'() {
      const { history, savedAt } = bench.project();
      return {
        steps: history
          .all()
          .map(({ sequence, parent, label, time, passing }) => ({ sequence, parent, label, time, passing })),
        line: history.line().steps.map(({ sequence }) => sequence),
        at: history.at,
        saved: savedAt,
      };
    },
  };
}
