import { defineCommand } from '../command.ts';
import { mustBeNew } from '../find.ts';

export const addDeck = defineCommand({
  name: 'addDeck',
  apply({ document }, { deck }) {
    mustBeNew(document.decks, 'deck', deck.id);
    document.decks.push(deck);
    return { label: `Add deck "${deck.title}"` };
  },
});
