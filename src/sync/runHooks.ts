import type { Problem } from '../problems/problems.ts'
import type { OnResult } from './fileResults.ts'
import type { Lease } from './records/lease.ts'

/** The reason of a signal that stops a run for another process to continue it, such as when a server stops. */
export const suspended = Symbol('suspended')

/** A run that is about to end. Its counts and problems may still be changed. */
export type EndingRun = {
  counts: Record<string, number>
  problems: Problem[]
  /** Whether it did all of its work. */
  isComplete: boolean
}

/** What a run in the background adds to an import or an export. */
export type RunHooks = {
  /** The lease of the run, if it was taken before. It is released at the end. Dry runs are in the history only with one. */
  lease?: Lease
  /** Called before the run counts as ended. */
  beforeEnd?: (run: EndingRun) => Promise<void>
  /** Called with what happened to the files that are not unchanged, once it is committed. */
  onResult?: OnResult
}
