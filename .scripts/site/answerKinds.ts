import { measures, shareOf } from './measures.ts'
import type { Random } from './random.ts'

const drawn = [
  'headings',
  'numbered',
  'nestedLists',
  'math',
  'code',
  'tables',
  'webLinks',
  'htmlLike',
  'cutOff',
] as const

const within = ['escapeLikeCommands', 'doubledBackslashes'] as const

/** What an answer may have. */
export type AnswerKind = 'oneLine' | (typeof drawn)[number] | (typeof within)[number]

/**
 * Draws which answers are of which kinds. `places` are the articles with an answer of their own; each kind gets the
 * share that it has in the real site.
 */
export const drawAnswerKinds = (
  random: Random,
  places: readonly number[],
): ((kind: AnswerKind, place: number) => boolean) => {
  const size = places.length
  const order = random.shuffled(places)
  const oneLine = order.slice(0, shareOf(measures.oneLine, size))
  const others = order.slice(oneLine.length)
  const kinds = new Map<AnswerKind, Set<number>>([['oneLine', new Set(oneLine)]])
  for (const kind of drawn)
    kinds.set(kind, new Set(random.shuffled(others).slice(0, shareOf(measures[kind], size))))
  const withMath = [...(kinds.get('math') ?? [])]
  for (const kind of within)
    kinds.set(kind, new Set(random.shuffled(withMath).slice(0, shareOf(measures[kind], size))))
  return (kind, place) => kinds.get(kind)?.has(place) ?? false
}
