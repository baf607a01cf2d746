/** The severity of a problem: an error means that something was not imported, a warning that it was but needs attention. */
export type Severity = 'error' | 'warning'

/** All codes of problems. Decide by code, never by message; `docs/problems.md` has a row for each. */
export const problemCodes = [
  // The file itself
  'not-a-regular-file',
  'unreadable-file',
  'too-large',
  'invalid-utf8',
  'unsafe-path',
  'path-collision',
  // Its front matter
  'missing-front-matter',
  'unterminated-front-matter',
  'unsupported-format',
  'control-character',
  'invalid-yaml',
  'invalid-toml',
  'not-a-mapping',
  'duplicate-key',
  'forbidden-key',
  'alias',
  'tag',
  'too-deep',
  'too-many-nodes',
  // Its values
  'missing-key',
  'wrong-type',
  'invalid-value',
  'invalid-date',
  'not-an-upload',
  'disagrees-with-path',
  'ambiguous-escape',
  'ambiguous-dollar',
  'broken-formula',
  'cut-off',
  'refusal',
  'missing-meta-text',
  'long-meta-text',
  'repeated-description',
  // The site as a whole
  'duplicate-document',
  'shared-id',
  'unresolved-link',
  'repeated-link',
  'self-link',
  'stale-link',
  'orphan-document',
  'isolated-document',
  'duplicate-title',
  'similar-title',
  'subject-spelling',
  'moved-link',
  'broken-link',
  'picture-not-exported',
  'picture-missing',
  'picture-not-imported',
  'picture-conflict',
  // Against the database
  'conflict',
  'in-trash',
  'ambiguous-move',
  'invalid-document',
  'hook-failed',
  'changed-by-hook',
  'shared-value',
  'delete-limit',
  'target-changed',
  'unprintable',
  'incomplete-draft',
  'write-failed',
  'commit-failed',
  'interrupted',
  'run-failed',
  // Lists of redirects
  'invalid-redirect',
  'redirect-loop',
  'live-url',
  'unknown-target',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** Something that a person should know about a file: what, where, and what to do about it. */
export type Problem = {
  severity: Severity
  /** Path of the file under the content root, with forward slashes. */
  path: string
  /** Line in the file, from 1. */
  line: number
  /** Column in the line, from 1, in UTF-16 code units. */
  column: number
  code: ProblemCode
  /** One sentence that says what is wrong. */
  message: string
  /** One sentence that says what to do. */
  remedy: string
}

/** A problem as seen by the code that finds it: without the file's path, which the caller adds. */
export type Finding = Omit<Problem, 'path'>

/** Adds the path of its file to a finding. */
export const problemAt = (path: string, finding: Finding): Problem => ({
  severity: finding.severity,
  path,
  line: finding.line,
  column: finding.column,
  code: finding.code,
  message: finding.message,
  remedy: finding.remedy,
})
