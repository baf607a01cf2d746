import type { Problem } from '../problems/problems.ts'

/** The counts of an import. */
export const importCounts = {
  created: 0,
  updated: 0,
  merged: 0,
  conflicts: 0,
  moved: 0,
  unchanged: 0,
  deleted: 0,
  rejected: 0,
  ignored: 0,
}

/** The counts of an export. */
export const exportCounts = { written: 0, removed: 0, unchanged: 0 }

/** Whether an import counts something under a name. */
export const isImportCount = (name: string): name is keyof typeof importCounts =>
  Object.hasOwn(importCounts, name)

/** Whether an export counts something under a name. */
export const isExportCount = (name: string): name is keyof typeof exportCounts =>
  Object.hasOwn(exportCounts, name)

/** The counts of a comparison. */
export const verifyCounts = { identical: 0, different: 0, missing: 0, extra: 0 }

/** The counts of an import of redirects. */
export const redirectCounts = { created: 0, updated: 0, unchanged: 0, rejected: 0 }

/**
 * The counts of an audit: files; links that lead to a published document and that do not; those that repeat another of their
 * document, lead to itself, or show what their target no longer is; documents that no other one links to, and those of them
 * that link to none either; documents whose title others have too, and almost have.
 */
export const auditCounts = {
  audited: 0,
  resolved: 0,
  unresolved: 0,
  repeated: 0,
  self: 0,
  stale: 0,
  orphans: 0,
  isolated: 0,
  duplicates: 0,
  similar: 0,
}

/** Whether an audit counts something under a name. */
export const isAuditCount = (name: string): name is keyof typeof auditCounts =>
  Object.hasOwn(auditCounts, name)

/** The result of a run: its counts, and everything worth reporting about single files. */
export type Report<Counts = unknown> = Counts & {
  problems: Problem[]
  /** Wall-clock time in seconds. */
  seconds: number
}

export type ImportReport = Report<typeof importCounts>
export type ExportReport = Report<typeof exportCounts>
export type VerifyReport = Report<typeof verifyCounts>
export type RedirectReport = Report<typeof redirectCounts>
export type AuditReport = Report<typeof auditCounts>

/** Whether anything was not imported or exported. */
export const hasErrors = ({ problems }: { problems: readonly Problem[] }): boolean =>
  problems.some(({ severity }) => severity === 'error')
