import { useEffect, useState } from 'react';
import type { CallArgs } from '../../../shared/contract/index.ts';
import type { Mappings } from '../../../shared/contract/mappings.ts';
import { toProblemData } from '../../../shared/contract/problem.ts';
import { client } from '../../app/client.ts';
import { reportProblem } from '../../app/reportProblem.ts';

interface MappingsAtHand {
  /** Undefined until they are read. */
  mappings: Mappings | undefined;
  /** Answers why it was refused. */
  change(one: CallArgs<'mappings.change'>): Promise<string | undefined>;
}

/** The user's own mappings, as they are kept. */
export function useMappings(): MappingsAtHand {
  const [mappings, setMappings] = useState<Mappings>();
  useEffect(() => {
    client().call('mappings.list', null).then(setMappings).catch(reportProblem);
  }, []);
  return {
    mappings,
    async change(one) {
      try {
        setMappings(await client().call('mappings.change', one));
        return undefined;
      } catch (error) {
        const { message, remedy } = toProblemData(error);
        return [message, remedy].filter(Boolean).join(' ');
      }
    },
  };
}
