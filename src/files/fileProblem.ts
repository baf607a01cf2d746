import type { Problem, ProblemCode } from '../problems/problems.ts'

const remedies = {
  'not-a-regular-file': 'Replace it with a regular file, or remove it.',
  'unreadable-file': 'Make sure that it exists and is readable, then try again.',
  'too-large': 'Shorten the file, or move it out of the content root.',
  'invalid-utf8': 'Save the file as UTF-8.',
  'unsafe-path': 'Rename it, or move it to a folder under the content root.',
  'path-collision': 'Rename all but one of them; until then none of them is imported.',
} satisfies Partial<Record<ProblemCode, string>>

/** The code of a problem with a file itself rather than with its content. */
export type FileProblemCode = keyof typeof remedies

/** Creates the problem of a file that cannot be imported. It refers to the file's start unless a place is given. */
export const fileProblem = (
  path: string,
  code: FileProblemCode,
  message: string,
  position: { line: number; column: number } = { line: 1, column: 1 },
): Problem => ({
  severity: 'error',
  path,
  line: position.line,
  column: position.column,
  code,
  message,
  remedy: remedies[code],
})
