import { assignChange } from '../assignChange.ts';
import { defineCommand } from '../command.ts';
import { findDeck, findSlide } from '../find.ts';

export const updateSlide = defineCommand({
  name: 'updateSlide',
  apply({ document }, { deck, slide, change }) {
    assignChange(findSlide(findDeck(document, deck), slide), change);
    return { label: 'Change slide' };
  },
});
