export const grid = {
  name: 'grid',
} as const;
