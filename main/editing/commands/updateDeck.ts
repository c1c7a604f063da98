import { assignChange } from '../assignChange.ts';
import { defineCommand } from '../command.ts';
import { findDeck } from '../find.ts';

export const updateDeck = defineCommand({
  name: 'updateDeck',
  apply({ document }, { deck: id, change }) {
    const deck = findDeck(document, id);
    assignChange(deck, change);
    return { label: `Change deck "${deck.title}"` };
  },
});
