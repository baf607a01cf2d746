import { appendFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node'

/**
 * Ends a test run with one plain line, `N passed, N failed`. A file, a group or a run that failed outside of its tests
 * counts as one failure. An aborted run, or one that failed without counting anything, gets no line: a wrong count is
 * worse than none.
 *
 * With CLOSING_LINE_FILE, the line is written to that file, for a caller who prints it last.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    const counts = { passed: 0, failed: unhandledErrors.length }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed' || state === 'failed') counts[state] += 1
      }
      const groups = [...module.children.allSuites()]
      counts.failed += [module, ...groups].filter((group) => group.errors().length > 0).length
    }
    if (reason === 'interrupted' || (reason === 'failed' && counts.failed === 0)) return
    const line = `${counts.passed} passed, ${counts.failed} failed\n`
    const file = process.env.CLOSING_LINE_FILE
    if (file === undefined) process.stdout.write(line)
    else appendFileSync(file, line)
  }
}
