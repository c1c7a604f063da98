import type { Bench } from './support/bench.ts';
import { repeated } from './support/timed.ts';
import { withWorkbench } from './support/withWorkbench.ts';

/** A deck of ten slides, each with a native chart of the sample project and its workbook, to the bytes of a PowerPoint file. */
export const deckTen: Bench = {
  name: 'deck-10',
  what: 'ten slides with native charts exported',
  measure: () =>
    withWorkbench(async ({ bench, handlers }, context) => {
      await handlers['project.openSample'](undefined, context);
      const views = bench.project().document.views.filter(({ kind }) => kind !== 'tile');
      const slides = Array.from({ length: 10 }, (_, at) => {
        const view = views[at % views.length];
        if (!view) throw new Error('The sample has no view.');
        return {
          id: `slide-${at}`,
          layout: 'chart' as const,
          title: view.title,
          view: view.id,
          aside: [],
          rows: [],
          figures: {},
        };
      });
      await bench.editor().run('addDeck', { deck: { id: 'ten', title: 'Ten slides', slides } });
      const write = async () => {
        const { bytes, notes } = await handlers['export.deck']({ deck: 'ten' }, context);
        if (!bytes || notes.length > 0) throw new Error(notes.join('\n') || 'No bytes came.');
      };
      await write();
      return { times: await repeated(10, write) };
    }),
};
