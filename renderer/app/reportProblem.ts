import { CANCELLED, type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import { toast } from '../design/toast.ts';

/** Says what went wrong in a notice. Cancelled work is no news. Decisions belong in a dialog, not here. */
export function reportProblem(error: unknown): void {
  const problem = toProblemData(error);
  if (problem.code === CANCELLED || problem.code === 'workbench.lost') return; // the connection notice says it
  if (problem.code === 'internal') console.error(error);
  toast({ tone: 'danger', title: named(problem), text: problem.remedy });
}

/** The message, behind the name of the file where the message leaves it out. */
function named({ message, place }: ProblemData): string {
  const file = place?.file;
  return file === undefined || message.includes(file) ? message : `${file}: ${message}`;
}
