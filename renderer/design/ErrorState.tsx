import { Unplug } from 'lucide-react';
import type { ProblemData } from '../../shared/contract/problem.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

export interface ErrorStateProps {
  problem: Pick<ProblemData, 'message'> & { remedy?: string | undefined };
  action?: { label: string; run: () => void } | undefined;
}

/** What went wrong in a part that keeps its frame, and one way to repair it. */
export function ErrorState({ problem, action }: ErrorStateProps) {
  return (
    <div className="EmptyState is-error" role="alert">
      <Icon icon={Unplug} />
      <p className="title">{problem.message}</p>
      {problem.remedy && <p>{problem.remedy}</p>}
      {action && <Button onPress={action.run}>{action.label}</Button>}
    </div>
  );
}
