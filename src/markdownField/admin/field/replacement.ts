import type { Edit } from './lineEndings.ts'

/** The smallest single edit that turns `before` into `after`, so that carets outside of it stay where they are. */
export const replacement = (before: string, after: string): Edit => {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}
