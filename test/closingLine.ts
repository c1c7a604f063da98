import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line, `396 passed, 0 failed, 1 skipped`, for machines that read logs. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules)
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    // A file that could not be read has no tests, and has failed all the same.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const skipped = count.skipped + count.pending;
    process.stdout.write(
      `${count.passed} passed, ${count.failed + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
  }
}
