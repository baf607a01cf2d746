import type { Problem } from '../problems/problems.ts'

/** What an import can count. */
export const importCounts = { created: 0, updated: 0, unchanged: 0, deleted: 0, rejected: 0, ignored: 0 }

/** What an export can count. */
export const exportCounts = { written: 0, removed: 0, unchanged: 0 }

/** What a comparison can count. */
export const verifyCounts = { identical: 0, different: 0, missing: 0, extra: 0 }

/** What an audit can count. */
export const auditCounts = { audited: 0 }

/** What came of a run: how many files took which way, and everything worth saying about single files. */
export type Report<Counts = unknown> = Counts & {
  problems: Problem[]
  /** Wall-clock time in seconds. */
  seconds: number
}

export type ImportReport = Report<typeof importCounts>
export type ExportReport = Report<typeof exportCounts>
export type VerifyReport = Report<typeof verifyCounts>
export type AuditReport = Report<typeof auditCounts>

/** Whether anything was not taken over. */
export const hasErrors = ({ problems }: { problems: readonly Problem[] }): boolean =>
  problems.some(({ severity }) => severity === 'error')
