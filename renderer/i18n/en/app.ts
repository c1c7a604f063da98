export const app = {
  name: 'Tijarat',
  input: {
    notANumber: 'Not a number. Write it like 1234.5.',
    outOfRange: 'Must be from {{least}} to {{most}}.',
  },
  action: {
    close: 'Close',
    cancel: 'Cancel',
    removeNamed: 'Remove {{name}}',
  },
  toast: { region: 'Notices' },
  progress: { of: '{{done}} of {{total}}' },
} as const;
