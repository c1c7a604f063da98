export const app = {
  name: 'app',
} as const;
