import { useState } from 'react';
import { type ProblemData, toProblemData } from '../../../shared/contract/problem.ts';

/** Runs the command of a dialog: closes it where it was taken, says why where it was not. */
export function useCommand(onDone: () => void): {
  problem: ProblemData | null;
  isRunning: boolean;
  send(command: () => Promise<unknown>): void;
} {
  const [problem, setProblem] = useState<ProblemData | null>(null);
  const [isRunning, setRunning] = useState(false);
  return {
    problem,
    isRunning,
    send(command) {
      setRunning(true);
      command()
        .then(onDone, (error) => setProblem(toProblemData(error)))
        .finally(() => setRunning(false));
    },
  };
}
