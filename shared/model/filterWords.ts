import type { Step } from './recipe.ts';

type FilterRows = Extract<Step, { step: 'filterRows' }>;

const SIGNS: Record<NonNullable<FilterRows['compare']>['is'], string> = {
  '=': 'equals',
  '<>': 'is not',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
};

/** The conditions of a filter after the name of its column: "is telecom or computer and is at least 10". */
export function filterWords({
  keep,
  drop,
  compare,
  contains,
  empty,
}: Omit<FilterRows, 'step' | 'column'>): string {
  const words = [
    keep && `is ${keep.join(', ')}`,
    drop && `is not ${drop.join(', ')}`,
    compare && compare.value.trim() !== '' && `${SIGNS[compare.is]} ${compare.value}`,
    contains !== undefined && `contains "${contains}"`,
    empty !== undefined && (empty ? 'is empty' : 'is not empty'),
  ].filter((word) => typeof word === 'string');
  return words.join(' and ') || 'is anything';
}
