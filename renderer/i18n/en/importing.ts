export const importing = {
  name: 'importing',
} as const;
