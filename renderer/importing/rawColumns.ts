import type { ImportPreview } from '../../shared/contract/importing.ts';

/**
 * The names of a raw column (from 0), by which notes call it: as the header has it, and as it was renamed. Columns that were turned into
 * rows go by the name of the one that took their cells.
 */
export function rawColumns({ recipe, stepWords }: ImportPreview): (index: number) => readonly string[] {
  const at = recipe.findIndex(({ step }) => step === 'header');
  const header = recipe[at];
  const first = header?.step === 'header' ? (header.firstColumn ?? 1) - 1 : 0;
  const names = (stepWords[at]?.columns ?? []).map((name) => [name]);
  for (const step of recipe.slice(at + 1))
    for (const own of names) {
      const last = own.at(-1);
      if (last === undefined) continue;
      if (step.step === 'rename' && step.from === last) own.push(step.to);
      if (step.step === 'unpivot' && step.columns.includes(last)) own.push(step.valueTo);
      if (step.step === 'splitColumn' && step.column === last) own.push(...step.into);
      if (step.step === 'mergeColumns' && step.columns.includes(last)) own.push(step.to);
    }
  return (index) => names[index - first] ?? [];
}
