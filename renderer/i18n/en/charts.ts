export const charts = {
  name: 'charts',
} as const;
