export const deck = {
  name: 'deck',
} as const;
