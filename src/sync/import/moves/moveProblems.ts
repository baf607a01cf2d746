import type { Problem } from '../../../problems/problems.ts'
import { fileProblem } from '../conflictProblems.ts'

const maxNamed = 5

const warning = (path: string, message: string, remedy: string): Problem => ({
  ...fileProblem(path, 'ambiguous-move', message, remedy),
  severity: 'warning',
})

/** The warning for a new file with the content of missing ones, if several files could have moved; `gone` are their paths. */
export const ambiguousMove = (path: string, gone: readonly string[]): Problem => {
  const named = gone.slice(0, maxNamed).join(', ')
  const rest = gone.length > maxNamed ? ` and ${gone.length - maxNamed} more` : ''
  return warning(
    path,
    gone.length === 1
      ? `${named} is missing, and several new files have its content. This one was imported as new.`
      : `Several missing files have the content of this one: ${named}${rest}. It was imported as new.`,
    'Nothing to do if it is new. Otherwise, give the article that has moved its new place in the CMS before its file is imported.',
  )
}

/** The warning for a file that has moved while files of its document in other languages have not; `from` is its old path. */
export const partialMove = (path: string, from: string): Problem =>
  warning(
    path,
    `This has the content of ${from}, which is missing, but the other languages of that document have not moved to the same place. It was imported as new.`,
    'Move the files of all languages of a document together.',
  )
