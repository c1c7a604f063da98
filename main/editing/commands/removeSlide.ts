import { defineCommand } from '../command.ts';
import { findDeck, findSlide } from '../find.ts';
import { removeItems } from '../removeItems.ts';

export const removeSlide = defineCommand({
  name: 'removeSlide',
  apply({ document }, { deck: id, slide: slideId }) {
    const deck = findDeck(document, id);
    findSlide(deck, slideId);
    removeItems(deck.slides, (slide) => slide.id === slideId);
    return { label: 'Remove slide' };
  },
});
