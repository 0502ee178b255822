import type { Reporter, TestModule } from 'vitest/node';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts what a run did. A file that cannot be loaded holds no tests, and an error outside every test
 * belongs to none: each counts as one failure, so that a broken run never reads "0 failed".
 */
export function count(modules: readonly TestModule[], unhandledErrors: number): Count {
  const total: Count = { passed: 0, failed: unhandledErrors, skipped: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') total.passed += 1;
      else if (state === 'failed') failedHere += 1;
      else total.skipped += 1; // skipped, or never started because the run was cut off
    }
    total.failed += module.state() === 'failed' ? Math.max(failedHere, 1) : failedHere;
  }
  return total;
}

export const closingLine = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** One plain last line, without colours or columns, for people in a hurry and for scripts. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    process.stdout.write(`\n${closingLine(count(modules, unhandledErrors.length))}\n`);
  }
}
