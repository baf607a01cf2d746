/** All work of a command or a start that can take longer than a moment. */
export const phases = [
  // A start, and what precedes the work of every command
  'open',
  'wait',
  'backup',
  'schema',
  'takeBack',
  'build',
  'serve',
  // An import
  'scan',
  'plan',
  'moves',
  'import',
  'relations',
  'links',
  'delete',
  'check',
  'statistics',
  // An export
  'export',
  'remove',
  'sync',
  // Comparing and auditing
  'compare',
  'extra',
  'audit',
  // A list of redirects
  'redirects',
] as const

export type Phase = (typeof phases)[number]

/** What a run is doing, and how far it has got. */
export type Progress = {
  phase: Phase
  /** Number of files, documents or folders that are done; 0 if a phase does not count. */
  done: number
  /** The total, if known. */
  total?: number
  /** The file that was done last. */
  path?: string
  /** What the phase is about, if not a file: a migration's name, or the run that it is waiting for. */
  about?: string
}

export type OnProgress = (progress: Progress) => void
