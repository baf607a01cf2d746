import type { List, Nodes } from 'mdast'

import type { Change } from './changes.ts'
import type { Located } from './located.ts'

const bullets = ['-', '*', '+'] as const
const delimiters = ['.', ')'] as const

type Sign = (typeof bullets)[number] | (typeof delimiters)[number]

const signAtStart = (source: string): Sign | undefined => {
  const [, number = '', sign] = /^(\d{0,9})([-+*.)])(?=\s|$)/.exec(source) ?? []
  return (number === '' ? bullets : delimiters).find((each) => each === sign)
}

const signIn = ({ start }: Located, text: string): Sign | undefined =>
  signAtStart(text.slice(start, start + 12))

const askedSign = ({ data, ordered }: List): Sign | undefined =>
  ordered === true ? data?.delimiter : data?.marker

/** Whether a list is merged with its old source, so that its unchanged items keep theirs. */
export const isMergedList = (before: Located | undefined, after: List): boolean =>
  before?.node.type === 'list' && before.node.ordered === after.ordered && before.children.length > 0

/** The bullet or number delimiter that a list needs instead of the one in its source. */
export const otherSign = (before: Located, after: Nodes, text: string): Sign | undefined => {
  const asked = after.type === 'list' ? askedSign(after) : undefined
  return asked === signIn(before, text) ? undefined : asked
}

const signOf = (before: Located | undefined, after: List, text: string): Sign => {
  const own = before && isMergedList(before, after) ? signIn(before, text) : undefined
  return askedSign(after) ?? own ?? (after.ordered === true ? '.' : '-')
}

const withSign = (list: List, sign: Sign): List => {
  const marker = bullets.find((each) => each === sign)
  const delimiter = delimiters.find((each) => each === sign)
  return { ...list, data: { ...list.data, ...(marker && { marker }), ...(delimiter && { delimiter }) } }
}

/** Which lists get another marker: new ones first, then edited ones, then any. */
const candidates: ((change: Change) => boolean)[] = [
  ({ before }) => before === undefined,
  ({ isKept }) => !isKept,
  () => true,
]

/**
 * Changes the markers of lists that would otherwise be joined with an adjacent list. `isApart` returns whether
 * something that is not a block separates two lists.
 */
export const withDistinctMarkers = (
  changes: Change[],
  text: string,
  isApart: (left: Change, right: Change) => boolean,
): Change[] => {
  const result = [...changes]
  const signAt = (at: number): Sign | undefined => {
    const change = result[at]
    if (change?.after.type === 'html') return signAtStart(change.after.value)
    return change?.after.type === 'list' ? signOf(change.before, change.after, text) : undefined
  }
  const clashes = (at: number): boolean => {
    const [left, right] = [result[at - 1], result[at]]
    return (
      !!left && !!right && signAt(at) !== undefined && signAt(at - 1) === signAt(at) && !isApart(left, right)
    )
  }
  for (const isCandidate of candidates)
    for (const [at, change] of result.entries()) {
      if (change.after.type !== 'list' || !isCandidate(change) || !(clashes(at) || clashes(at + 1))) continue
      const free = (change.after.ordered === true ? delimiters : bullets).filter(
        (sign) => sign !== signAt(at - 1),
      )
      const sign = free.find((each) => each !== signAt(at + 1)) ?? free[0]
      if (sign !== undefined && sign !== signAt(at))
        result[at] = { ...change, after: withSign(change.after, sign), isKept: false }
    }
  return result
}
