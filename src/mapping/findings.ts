import type { Finding, ProblemCode, Severity } from '../problems/problems.ts'

type Place = { line: number; column: number }

const finding =
  (severity: Severity) =>
  (code: ProblemCode, { line, column }: Place, message: string, remedy: string): Finding => ({
    severity,
    line,
    column,
    code,
    message,
    remedy,
  })

/** Makes findings at the place of a node. */
export const findings = { error: finding('error'), warning: finding('warning') }
