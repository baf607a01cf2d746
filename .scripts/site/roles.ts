import { measures, shareOf } from './measures.ts'
import type { Random } from './random.ts'

/** Which articles, by place, are of a kind. */
export type Roles = {
  /** Articles with links, and how many each has. */
  links: Map<number, number>
  /** Articles that are linked to, in order. */
  targets: number[]
  plain: Set<number>
  scored: Set<number>
  blankLine: Set<number>
  noIndex: Set<number>
}

/** The maximum number of links of an article, which most of them have. */
const maxLinks = 5

const inOrder = (places: number[]): number[] => places.toSorted((a, b) => a - b)

/** Draws the articles of each kind, in the numbers of the real site, for a site of `size` articles. */
export const drawRoles = (random: Random, size: number): Roles => {
  const places = Array.from({ length: size }, (_, place) => place)
  const share = (count: number): number => shareOf(count, size)
  // One random order, cut into pieces: what comes first has no links and no score, what comes last has everything.
  const order = random.shuffled(places)
  const withoutLinks = share(measures.isolated) + share(measures.onlyTargets)
  const unscored = share(measures.plainWithoutScore)
  const blank = unscored + share(measures.blankLineBeforeClosing)
  const [onePlain, otherPlain] = [
    Math.floor(share(measures.plainWithScore) / 3),
    Math.ceil((share(measures.plainWithScore) * 2) / 3),
  ]
  const sources = random.shuffled(order.slice(withoutLinks))
  const counts = measures.sourcesWith.flatMap((count, at) =>
    Array.from({ length: share(count) }, () => at + 1),
  )
  return {
    links: new Map(sources.map((place, at) => [place, counts[at] ?? maxLinks])),
    targets: inOrder([
      ...order.slice(share(measures.isolated), withoutLinks),
      ...order.slice(withoutLinks + share(measures.onlySources)),
    ]),
    plain: new Set([
      ...order.slice(0, unscored),
      ...order.slice(blank, blank + onePlain),
      ...order.slice(size - otherPlain),
    ]),
    scored: new Set(order.slice(unscored)),
    blankLine: new Set(order.slice(unscored, blank)),
    noIndex: new Set(order.slice(size - otherPlain - share(measures.noIndex), size - otherPlain)),
  }
}
