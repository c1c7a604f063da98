import type { Handlers } from '../../../shared/contract/server.ts';
import type { QueryProject } from '../runQuery.ts';
import { breachesOf } from './breachesOf.ts';
import { changesOf } from './changesOf.ts';

export function trustHandlers(bench: {
  project(): QueryProject;
}): Pick<Handlers, 'trust.changes' | 'trust.breaches'> {
  return {
    'trust.changes': (asked, { signal }) => changesOf(bench.project(), asked, signal),
    'trust.breaches': (asked, { signal }) => breachesOf(bench.project(), asked, signal),
  };
}
