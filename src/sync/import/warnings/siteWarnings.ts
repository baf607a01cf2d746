import type { Problem } from '../../../problems/problems.ts'
import type { SourceFile } from '../types.ts'
import type { CheckedFiles } from './checkedFiles.ts'
import { sharedIds } from './sharedIds.ts'
import { unresolvedLinks } from './unresolvedLinks.ts'

/** Warnings that require all files to be imported: links that lead nowhere, ids that repeat. */
export const siteWarnings = (files: CheckedFiles) => {
  const kinds = [unresolvedLinks(files), sharedIds(files)]
  return {
    note: (source: SourceFile): void => {
      const position = files.paths.positionOf(source.path)
      if (position === undefined) return
      for (const kind of kinds) kind.note(source, position)
    },
    list: async (): Promise<Problem[]> => {
      const problems: Problem[] = []
      for (const kind of kinds) problems.push(...(await kind.list()))
      return problems
    },
  }
}
