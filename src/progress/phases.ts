/** Everything that a command or a start can be busy with for longer than a moment. */
export const phases = [
  // A start, and what comes before the work of every command
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
  'import',
  'links',
  'delete',
  'check',
  'statistics',
  // An export
  'export',
  'remove',
  'sync',
  // Comparing and looking through
  'compare',
  'extra',
  'audit',
] as const

export type Phase = (typeof phases)[number]

/** What a run is doing, and how far it is. */
export type Progress = {
  phase: Phase
  /** Files, documents or folders that are done; 0 where a phase does not count. */
  done: number
  /** Of how many, where that is known. */
  total?: number
  /** The file that was done last. */
  path?: string
  /** What the phase is about, where that is no file: a migration's name, the run that is waited for. */
  about?: string
}

export type OnProgress = (progress: Progress) => void
