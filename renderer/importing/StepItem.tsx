import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import type { ProblemData } from '../../shared/contract/problem.ts';
import type { Step } from '../../shared/model/recipe.ts';
import { stepText } from '../grid/stepText.ts';
import { t } from '../i18n/index.ts';
import type { StepWords } from './stepWordsOf.ts';

interface StepItemProps {
  step: Step;
  index: number;
  /** What it did; absent until it has run as it is now. */
  words: StepWords | undefined;
  isOn: boolean;
  /** What stops the recipe here. */
  problem: ProblemData | null;
  onToggle: () => void;
  onKey: (event: KeyboardEvent) => void;
  children: ReactNode;
}

/** One step of the recipe: what it did, and opened, what can be changed. */
export function StepItem({ step, index, words, isOn, problem, onToggle, onKey, children }: StepItemProps) {
  const trouble = useId();
  const item = useRef<HTMLLIElement>(null);
  // What is opened at the foot of the list would stand below it.
  useEffect(() => {
    if (isOn) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isOn]);
  const className = ['Step', isOn && 'is-on', problem && 'is-broken'].filter(Boolean).join(' ');
  return (
    <li ref={item} className={className} data-step={index}>
      <button
        type="button"
        aria-expanded={isOn}
        {...(problem && { 'aria-describedby': trouble })}
        onClick={onToggle}
        onKeyDown={onKey}
      >
        <span className="no">{index + 1}</span>
        <span className="words">
          <b>{words?.title ?? t(`importing.stepNames.${step.step}`)}</b>
          <span>{words?.words ?? stepText(step)}</span>
        </span>
        <small>{words?.count}</small>
      </button>
      {problem && (
        <p className="StepTrouble" id={trouble} role="alert">
          <b>{problem.message}</b> {problem.remedy}
        </p>
      )}
      {isOn && children}
    </li>
  );
}
