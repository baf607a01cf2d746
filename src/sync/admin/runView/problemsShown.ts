import type { StoredProblem } from './storedRun.ts'

/** What problems have to have to be shown; empty texts ask for nothing. */
export type ProblemFilter = { severity: string; code: string; text: string }

/** The problems that a filter lets through, errors first, otherwise in their order. */
export const problemsShown = (
  problems: readonly StoredProblem[],
  { code, severity, text }: ProblemFilter,
): StoredProblem[] => {
  const wanted = text.trim().toLowerCase()
  const matching = problems.filter(
    (problem) =>
      (severity === '' || problem.severity === severity) &&
      (code === '' || problem.code === code) &&
      (wanted === '' ||
        `${problem.path} ${problem.message} ${problem.remedy}`.toLowerCase().includes(wanted)),
  )
  const isError = (problem: StoredProblem): boolean => problem.severity === 'error'
  return [...matching.filter(isError), ...matching.filter((problem) => !isError(problem))]
}
