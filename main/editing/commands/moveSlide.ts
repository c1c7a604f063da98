import { defineCommand } from '../command.ts';
import { findDeck, findSlide } from '../find.ts';

/** To place `to` of the deck as it is without the slide. */
export const moveSlide = defineCommand({
  name: 'moveSlide',
  apply({ document }, { deck: id, slide: slideId, to }) {
    const deck = findDeck(document, id);
    findSlide(deck, slideId);
    const from = deck.slides.findIndex((slide) => slide.id === slideId);
    deck.slides.splice(to, 0, ...deck.slides.splice(from, 1));
    return { label: 'Move slide' };
  },
});
