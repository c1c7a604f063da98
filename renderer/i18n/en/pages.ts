export const pages = {
  name: 'pages',
} as const;
