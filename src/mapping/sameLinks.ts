import { canonicalLinks } from './canonicalLinks.ts'
import type { Link } from './types.ts'

/** Whether two lists lead to the same places in the same order; repeats and what blocks say do not count. */
export const sameLinks = (a: Link[], b: Link[]): boolean => {
  const [first, second] = [canonicalLinks(a), canonicalLinks(b)]
  return first.length === second.length && first.every(({ url }, at) => url === second[at]?.url)
}
