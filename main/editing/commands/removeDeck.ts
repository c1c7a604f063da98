import { defineCommand } from '../command.ts';
import { findDeck } from '../find.ts';
import { removeItems } from '../removeItems.ts';

export const removeDeck = defineCommand({
  name: 'removeDeck',
  apply({ document }, { deck: id }) {
    const label = `Remove deck "${findDeck(document, id).title}"`;
    removeItems(document.decks, (deck) => deck.id === id);
    return { label };
  },
});
