import type { Deck, Slide } from '../../shared/model/deck.ts';
import type { Document } from '../../shared/model/document.ts';
import { findById } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';
import { runCommand } from '../app/commands/registry.ts';
import { useNavigation } from '../app/navigation.ts';
import { newId } from '../app/newId.ts';
import { run } from '../app/projectStore.ts';
import { toast } from '../design/toast.ts';
import { t } from '../i18n/index.ts';

/** A slide that shows a view with its title, unit and source. */
export function slideOfView(view: View, document: Document): Slide {
  const table = findById(document.tables, view.query.table);
  const source = view.source ?? table?.sourceLine;
  return {
    ...blankSlide('chart'),
    title: view.title,
    ...(view.unitLine && { subtitle: view.unitLine }),
    ...(source && { source: /^source/i.test(source) ? source : t('target.source', { source }) }),
    view: view.id,
  };
}

export function blankSlide(layout: Slide['layout']): Slide {
  return { id: newId('slide'), layout, title: '', aside: [], rows: [], figures: {} };
}

/** Adds a slide after another one, and shows it. */
export async function addSlide(deck: Deck, slide: Slide, after?: string): Promise<void> {
  const at = after === undefined ? deck.slides.length : deck.slides.findIndex(({ id }) => id === after) + 1;
  await run('addSlide', { deck: deck.id, slide, at });
  useNavigation.getState().inspect({ kind: 'slide', deck: deck.id, slide: slide.id });
}

export function duplicateSlide(deck: Deck, slide: Slide): Promise<void> {
  return addSlide(deck, { ...slide, id: newId('slide') }, slide.id);
}

/** Moves a slide by a number of places, as far as there are places. */
export async function moveSlide(deck: Deck, slide: string, by: number): Promise<void> {
  const from = deck.slides.findIndex(({ id }) => id === slide);
  const to = Math.max(0, Math.min(deck.slides.length - 1, from + by));
  if (from >= 0 && to !== from) await run('moveSlide', { deck: deck.id, slide, to });
}

/** Removes at once and shows the neighbour; undo brings it back. */
export async function removeSlide(deck: Deck, slide: string): Promise<void> {
  const at = deck.slides.findIndex(({ id }) => id === slide);
  const next = deck.slides[at + 1] ?? deck.slides[at - 1];
  await run('removeSlide', { deck: deck.id, slide });
  useNavigation
    .getState()
    .inspect(next ? { kind: 'slide', deck: deck.id, slide: next.id } : { kind: 'none' });
  toast({
    tone: 'info',
    title: t('deck.removed'),
    action: { label: t('deck.undo'), run: () => void runCommand('edit.undo') },
  });
}
