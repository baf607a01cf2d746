import type { StoredProblem } from './storedRun.ts'

/** The conditions for problems to be shown; empty texts match everything. */
export type ProblemFilter = { severity: string; code: string; text: string }

/** The problems that match a filter, errors first, otherwise in order. */
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
