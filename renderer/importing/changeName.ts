import type { Recipe, Step } from '../../shared/model/recipe.ts';
import { t } from '../i18n/index.ts';

/** What was done to get from one recipe to the next, as undo and redo name it: `Add "Keep rows" (Item)`. */
export function changeName(from: Recipe, to: Recipe): string {
  const [before, after] = [from.map(textOf), to.map(textOf)];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const gone = from.slice(head, from.length - tail);
  const come = to.slice(head, to.length - tail);
  const [was, is] = [gone[0], come[0]];
  // A change of the reading or the header makes other steps too: it is what was done.
  if (is && isDecision(is) && was?.step === is.step)
    return t('importing.changes.change', { step: nameOf(is) });
  if (gone.length === 0 && come.length === 1 && is) return t('importing.changes.add', { step: nameOf(is) });
  if (come.length === 0 && gone.length === 1 && was)
    return t('importing.changes.remove', { step: nameOf(was) });
  if (gone.length === 1 && come.length === 1 && was && is)
    return was.step === is.step
      ? t('importing.changes.change', { step: nameOf(is) })
      : t('importing.changes.replace', { step: nameOf(was), by: nameOf(is) });
  const moved = movedStep(gone, come);
  if (moved) return t('importing.changes.move', { step: nameOf(moved) });
  return t('importing.changes.several');
}

function isDecision({ step }: Step): boolean {
  return step === 'readText' || step === 'readSheet' || step === 'header';
}

/** The one that went from one end of the stretch to the other. */
function movedStep(gone: Recipe, come: Recipe): Step | undefined {
  if (gone.length !== come.length) return undefined;
  const texts = come.map(textOf).join('\n');
  const [first, last] = [gone[0], gone.at(-1)];
  if (last && [last, ...gone.slice(0, -1)].map(textOf).join('\n') === texts) return last;
  return first && [...gone.slice(1), first].map(textOf).join('\n') === texts ? first : undefined;
}

function nameOf(step: Step): string {
  const name = `"${t(`importing.stepNames.${step.step}`)}"`;
  if ('column' in step) return `${name} (${step.column})`;
  return step.step === 'rename' ? `${name} (${step.from})` : name;
}

function textOf(step: Step): string {
  return JSON.stringify(step);
}
