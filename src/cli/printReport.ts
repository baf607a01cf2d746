import type { Problem } from '../problems/problems.ts'
import type { Difference } from '../sync/export/verifyFiles.ts'
import type { Report } from '../sync/report.ts'

// Names of files and texts from them must not control a terminal.
const shown = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1))

const problemLine = ({ code, column, line, message, path, remedy, severity }: Problem): string =>
  shown(`${path}:${line}:${column} ${severity} ${code}: ${message} ${remedy}`)

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** A line for each problem; of each code at most `most`, then a line with the number of others. */
const problemLines = (problems: readonly Problem[], most: number): string[] => {
  const met = new Map<string, number>()
  for (const { code } of problems) met.set(code, (met.get(code) ?? 0) + 1)
  const shownOf = new Map<string, number>()
  return problems.flatMap((problem) => {
    const number = (shownOf.get(problem.code) ?? 0) + 1
    shownOf.set(problem.code, number)
    if (number <= most) return [problemLine(problem)]
    const rest = (met.get(problem.code) ?? 0) - most
    return number === most + 1 ? [`${rest} more ${problem.code}: --only ${problem.code} lists them.`] : []
  })
}

/**
 * A report for people: one line per problem, errors last, followed by the counts. `most`: lists only so many problems of each
 * code.
 */
export const printReport = (report: Report, verb: string, most = Infinity): string => {
  const { problems, seconds, ...counts } = report
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const counted = Object.entries(counts)
    .flatMap(([name, count]) => (typeof count === 'number' ? [`${count} ${name}`] : []))
    .join(', ')
  return [
    ...problemLines([...warnings, ...errors], most),
    `${verb} in ${seconds.toFixed(1)} s: ${counted}.`,
    ...(problems.length > 0
      ? [`${plural(errors.length, 'error')}, ${plural(warnings.length, 'warning')}.`]
      : []),
  ].join('\n')
}

/** Counts that say nothing of a change. */
const countsOfRest = ['ignored', 'rejected', 'unchanged']

/**
 * What a run of a watcher has changed, and the problems that the previous run did not have: one line per problem, then one
 * with the counts. Empty if there is neither.
 */
export const changeLines = (report: Report, previous: Report, verb: string): string[] => {
  const { problems, seconds, ...counts } = report
  const known = new Set(previous.problems.map(problemLine))
  const added = problems.map(problemLine).filter((line) => !known.has(line))
  const changed = Object.entries(counts).flatMap(([name, count]) =>
    typeof count === 'number' && count > 0 && !countsOfRest.includes(name) ? [`${count} ${name}`] : [],
  )
  if (changed.length === 0 && added.length === 0) return []
  const parts = [...changed, ...(problems.length > 0 ? [plural(problems.length, 'problem')] : [])]
  return [...added, `${verb} in ${seconds.toFixed(1)} s: ${parts.join(', ')}.`]
}

/** The differences of a comparison for people, with a diff for each file that differs. */
export const printDifferences = (differences: readonly Difference[]): string =>
  differences
    .map(
      ({ diff, kind, path }) => `${kind}: ${shown(path)}${diff === undefined ? '' : `\n${diff.trimEnd()}`}`,
    )
    .join('\n')

/** A report for programs: one JSON object. */
export const jsonReport = (report: Record<string, unknown>): string => JSON.stringify(report)
