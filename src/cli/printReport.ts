import type { Problem } from '../problems/problems.ts'
import type { Difference } from '../sync/export/verifyFiles.ts'
import type { Report } from '../sync/report.ts'

// Names of files and texts from them must not control a terminal.
const shown = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1))

const problemLine = ({ code, column, line, message, path, remedy, severity }: Problem): string =>
  shown(`${path}:${line}:${column} ${severity} ${code}: ${message} ${remedy}`)

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** A report for people: one line per problem, errors last, followed by the counts. */
export const printReport = (report: Report, verb: string): string => {
  const { problems, seconds, ...counts } = report
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const counted = Object.entries(counts)
    .flatMap(([name, count]) => (typeof count === 'number' ? [`${count} ${name}`] : []))
    .join(', ')
  return [
    ...[...warnings, ...errors].map(problemLine),
    `${verb} in ${seconds.toFixed(1)} s: ${counted}.`,
    ...(problems.length > 0
      ? [`${plural(errors.length, 'error')}, ${plural(warnings.length, 'warning')}.`]
      : []),
  ].join('\n')
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
