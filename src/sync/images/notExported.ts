import type { Problem } from '../../problems/problems.ts'

/** The problem of an image that cannot be exported, at the text that shows it. */
export const notExported = (path: string, text: string, offset: number, reason: string): Problem => {
  const before = text.slice(0, offset).split('\n')
  return {
    severity: 'warning',
    path,
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    code: 'picture-not-exported',
    message: `An image of this text could not be exported. ${reason}`,
    remedy: 'Upload the image again, or remove it from the text.',
  }
}
