import type { CommandArgs } from '../../shared/contract/commands.ts';
import type { Handlers } from '../../shared/contract/server.ts';
import type { Bench } from './bench.ts';

type EditingCalls = 'edit.run' | 'edit.undo' | 'edit.redo' | 'edit.goTo' | 'edit.history';

export function editingHandlers(bench: Bench): Pick<Handlers, EditingCalls> {
  return {
    // The editor checks the arguments against the command's schema: they may be anything here.
    'edit.run': ({ command, args }, { signal }) =>
      bench.editor().run(command, args as CommandArgs<typeof command>, signal),
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
