import './taskWindow.css';
import type { ReactNode } from 'react';
import type { ProblemData } from '../../../shared/contract/problem.ts';
import { ErrorState } from '../../design/ErrorState.tsx';
import { Progress } from '../../design/Progress.tsx';
import { useWindowHistory } from '../commands/windowHistory.ts';
import { TitleBar } from './TitleBar.tsx';

interface TaskWindowProps {
  /** What is going on, beside the project's name. */
  state: string;
  /** The window's own class. */
  name: string;
  isBusy?: boolean;
  children: ReactNode;
}

/**
 * A window for one piece of work that ends in a step of the project: TaskHead above, TaskStart (what is set), the work in `main`,
 * TaskEnd (what is to be looked at), and TaskFoot with the buttons that end it.
 */
export function TaskWindow({ state, name, isBusy = false, children }: TaskWindowProps) {
  return (
    <div className={`TaskWindow ${name}`} aria-busy={isBusy}>
      <TitleBar state={state} />
      {children}
    </div>
  );
}

interface TaskWaitingProps {
  state: string;
  name: string;
  title: string;
  problem: ProblemData | null;
  /** The label of the way out of a problem. */
  back: string;
  progress: { text: string; done: number; total?: number | undefined; count?: string | undefined };
  onLeave: () => void;
}

/** The same window before there is anything to show, or where nothing can be. */
export function TaskWaiting({ state, name, title, problem, back, progress, onLeave }: TaskWaitingProps) {
  // What the project did last is out of sight here, and not to be taken back by a slip.
  useWindowHistory({});
  return (
    <div className={`TaskWindow ${name} is-waiting`}>
      <TitleBar state={state} />
      <main className="TaskWaiting">
        <div className="words">
          <h1>{title}</h1>
          {problem ? (
            <ErrorState problem={problem} action={{ label: back, run: onLeave }} />
          ) : (
            <Progress {...progress} onCancel={onLeave} />
          )}
        </div>
      </main>
    </div>
  );
}
