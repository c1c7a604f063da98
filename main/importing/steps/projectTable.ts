import { Problem } from '../../../shared/contract/problem.ts';
import type { Id } from '../../../shared/model/ids.ts';
import type { ProjectRows, StepContext } from './step.ts';

/** A table of the project by id. Problem `combine.no-project` where the recipe runs over a file. */
export function projectTable(context: StepContext, id: Id): ProjectRows {
  if (context.projectTable) return context.projectTable(id);
  throw new Problem({
    code: 'combine.no-project',
    message: 'This recipe combines tables of a project; it cannot read a file.',
    remedy: 'Import the file first, and combine the tables then.',
  });
}
