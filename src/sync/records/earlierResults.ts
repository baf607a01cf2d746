import type { Payload } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import { type Outcome, outcomes } from '../fileResults.ts'
import { resultsOf } from './resultPages.ts'

/** Outcomes whose files are unchanged for a process that continues the run. */
const settled: readonly Outcome[] = ['created', 'updated', 'merged', 'moved', 'conflicts', 'written']

/** Outcomes of files that are read again. */
const repeated: readonly Outcome[] = ['rejected']

/**
 * What a run has done before another process continues it, for the counts and problems of the run as a whole. A dry run
 * begins anew.
 */
export const earlierResults = async (payload: Payload, run: string, { isDry }: { isDry: boolean }) => {
  const results = resultsOf(payload, run)
  await results.remove(isDry ? outcomes : repeated)
  if (!isDry) await results.removeUndecided()
  const { outcomes: counted } = await results.counts()
  const problems: Problem[] = []
  for await (const files of results.all()) problems.push(...files.flatMap((file) => file.problems))
  return {
    /** Adds it to the counts and problems of the continued run. */
    addTo: (counts: Record<string, number>, later: Problem[]): void => {
      later.unshift(...problems)
      for (const [outcome, n] of Object.entries(counted)) {
        if (outcome === 'unchanged' || counts[outcome] === undefined) continue
        counts[outcome] += n
        if (settled.some((one) => one === outcome) && counts.unchanged !== undefined)
          counts.unchanged = Math.max(0, counts.unchanged - n)
      }
    },
  }
}
