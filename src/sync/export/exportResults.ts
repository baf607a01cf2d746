import type { Problem } from '../../problems/problems.ts'
import type { FileResult, OnResult, Outcome } from '../fileResults.ts'
import type { Scope } from '../scope.ts'

/**
 * Collects what an export does with files, if somebody asks for it. Problems are added to those of the export in any case.
 */
export const exportResults = (problems: Problem[], onResult: OnResult | undefined) => {
  const results: FileResult[] = []
  const tell = (path: string, outcome: Outcome, found: Problem[] = []): void => {
    problems.push(...found)
    // An unchanged file is worth telling for its problems only.
    if (onResult && (outcome !== 'unchanged' || found.length > 0))
      results.push({ path, outcome, fields: [], problems: found })
  }
  return {
    tell,
    refuse: (problem: Problem): void => tell(problem.path, 'rejected', [problem]),
    /** Passes on the results so far, of files of one scope. */
    flush: async ({ name: scope }: Scope): Promise<void> => {
      const told = results.splice(0).map((result) => ({ ...result, scope }))
      if (told.length > 0) await onResult?.(told)
    },
  }
}
