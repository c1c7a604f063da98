import { dirname } from 'node:path';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './closingLine.ts';

const root = dirname(import.meta.dirname);

export default defineConfig({
  root,
  test: {
    // Two cores: two workers keep both busy, more only fight for memory with the engines and browsers that tests start.
    maxWorkers: 2,
    setupFiles: ['test/seed.ts'],
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          globalSetup: 'test/e2e/support/prepare.ts',
          include: ['test/e2e/**/*.test.ts'],
          // A real browser beside an engine on two cores: what fails twice is broken. What passed at the second try is named by the reporter.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
