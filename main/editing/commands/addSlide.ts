import { defineCommand } from '../command.ts';
import { findDeck, mustBeNew } from '../find.ts';

/** At the end unless a place is named. */
export const addSlide = defineCommand({
  name: 'addSlide',
  apply({ document }, { deck: id, slide, at }) {
    const { slides } = findDeck(document, id);
    mustBeNew(slides, 'slide', slide.id);
    slides.splice(at ?? slides.length, 0, slide);
    return { label: 'Add slide' };
  },
});
