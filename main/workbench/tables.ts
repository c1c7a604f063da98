import type { Settings } from '../../shared/contract/app.ts';
import type { Handlers } from '../../shared/contract/server.ts';
import { distinctOf } from './order/distinctOf.ts';
import { edgeOf } from './order/edgeOf.ts';
import { findHits } from './order/findHits.ts';
import type { OrderProject } from './order/orders.ts';
import { positionOf } from './order/positionOf.ts';
import { summaryOf } from './order/summaryOf.ts';
import { totalsOf } from './order/totalsOf.ts';
import { windowOf } from './order/windowOf.ts';
import { profile } from './profile.ts';
import { provenance } from './provenance.ts';

type TablesCall =
  | 'tables.window'
  | 'tables.summary'
  | 'tables.edge'
  | 'tables.find'
  | 'tables.position'
  | 'tables.totals'
  | 'tables.distinct'
  | 'tables.profile'
  | 'tables.provenance';

export function tablesHandlers(bench: {
  project(): OrderProject;
  readonly settings?: { get(): Promise<Settings> };
}): Pick<Handlers, TablesCall> {
  return {
    'tables.window': (asked, { signal }) => windowOf(bench.project(), asked, signal),
    'tables.summary': (asked, { signal }) => summaryOf(bench.project(), asked, signal),
    'tables.edge': (asked, { signal }) => edgeOf(bench.project(), asked, signal),
    async 'tables.find'(asked, { signal }) {
      const project = bench.project();
      return await findHits(project, asked, await bench.settings?.get(), signal);
    },
    'tables.position': (asked, { signal }) => positionOf(bench.project(), asked, signal),
    'tables.totals': (asked, { signal }) => totalsOf(bench.project(), asked, signal),
    'tables.distinct': (asked, { signal }) => distinctOf(bench.project(), asked, signal),
    'tables.profile': (asked, { signal }) => profile(bench.project(), asked, signal),
    'tables.provenance': (asked, { signal }) => provenance(bench.project(), asked, signal),
  };
}
