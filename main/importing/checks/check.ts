import type { ImportNote } from '../../../shared/contract/importing.ts';
import type { StepContext, TableState } from '../steps/step.ts';

/** Looks at the finished table for what a person should know. Changes nothing. */
export type Check = (state: TableState, context: StepContext) => Promise<ImportNote[]>;
