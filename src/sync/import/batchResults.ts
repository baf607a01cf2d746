import type { Problem } from '../../problems/problems.ts'
import { type FileResult, fieldChanges, problemsByPath } from '../fileResults.ts'
import type { Scope } from '../scope.ts'
import type { Planned, Undecided } from './planBatch.ts'
import { outcomeOf } from './planFile.ts'

type Said = Pick<FileResult, 'fields' | 'outcome' | 'undecided'>

const resultOf = ({ foreign, isTranslation, movedFrom, plan, source }: Planned): Said => ({
  outcome: isTranslation ? 'created' : outcomeOf(plan, movedFrom !== undefined),
  fields: plan.action === 'update' ? fieldChanges(source.mapping, source.record, plan, foreign) : [],
})

const resultOfUndecided = (
  { document, fields, source: { mapping, text } }: Undecided,
  isDry: boolean,
): Said => ({
  outcome: 'conflicts',
  fields: fields.map((field) => ({ field, side: 'both' })),
  ...(isDry || document === undefined
    ? {}
    : { undecided: { collection: mapping.collection, document: String(document), text } }),
})

type Attempt = {
  applied: readonly Planned[]
  conflicts: readonly Undecided[]
  waiting: readonly string[]
}

/**
 * Collects what happened to the files of a batch, which may be planned several times. `problems` is the list that the batch
 * adds its problems to. Files that nothing was said about were rejected.
 */
export const batchResults = (
  { dryRun: isDry, scope: { name: scope } }: { dryRun: boolean; scope: Scope },
  files: readonly { path: string }[],
  problems: readonly Problem[],
) => {
  const start = problems.length
  const said = new Map<string, Said | 'waiting'>()
  return {
    /** Takes note of what one attempt has done. `waiting` are paths of files that are tried again after all others. */
    note: ({ applied, conflicts, waiting }: Attempt): void => {
      for (const one of applied) said.set(one.source.path, resultOf(one))
      for (const one of conflicts) said.set(one.source.path, resultOfUndecided(one, isDry))
      for (const path of waiting) said.set(path, 'waiting')
    },
    /** The results of files that are not unchanged, or have problems. */
    list: (): FileResult[] => {
      const found = problemsByPath(problems.slice(start))
      return files.flatMap(({ path }): FileResult[] => {
        const result = said.get(path) ?? { outcome: 'rejected', fields: [] }
        const own = found.get(path) ?? []
        if (result === 'waiting' || (result.outcome === 'unchanged' && own.length === 0)) return []
        return [{ path, scope, ...result, problems: own }]
      })
    },
  }
}
