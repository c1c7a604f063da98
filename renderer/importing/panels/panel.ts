import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../shared/contract/importing.ts';
import type { Step } from '../../../shared/model/recipe.ts';

export interface PanelProps<N extends Step['step'] = Step['step']> {
  step: Extract<Step, { step: N }>;
  /** Names of the columns before the step. */
  columns: readonly string[];
  preview: ImportPreview;
  onChange: (step: Step) => void;
}

/** What can be changed about a step of one kind. */
export type Panel<N extends Step['step']> = (props: PanelProps<N>) => ReactNode;
