import type { CommandArgs } from '../../shared/contract/commands.ts';
import type { Handlers } from '../../shared/contract/server.ts';
import type { Bench } from './bench.ts';

type EditingCalls = 'edit.run' | 'edit.undo' | 'edit.redo' | 'edit.history';

export function editingHandlers(bench: Bench): Pick<Handlers, EditingCalls> {
  return {
    // The editor checks the arguments against the command's schema: they may be anything here.
    'edit.run': ({ command, args }, { signal }) =>
      bench.editor().run(command, args as CommandArgs<typeof command>, signal),
    'edit.undo': () => bench.editor().undo(),
    'edit.redo': () => bench.editor().redo(),
    'edit.history'() {
      const { steps, at } = bench.project().history.line();
      return { steps: steps.map(({ sequence, label }) => ({ sequence, label })), at };
    },
  };
}
