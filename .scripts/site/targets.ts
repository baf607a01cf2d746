import { measures, shareOf } from './measures.ts'
import type { Random } from './random.ts'
import type { Roles } from './roles.ts'

/**
 * The positions of the articles that an article links to; undefined leads nowhere. The first ones give their target its
 * only guaranteed link.
 */
type Own = { places: (number | undefined)[]; sure: number }

/** A site of a few articles may not have as many to link to as the real one. */
const maxAttempts = 100

/** The number of positions in an ordered list before a given one. */
const placeIn = (list: readonly number[]): ((place: number) => number) => {
  let at = 0
  return (place) => {
    while (at < list.length && (list[at] ?? 0) < place) at += 1
    return at
  }
}

/** Draws which articles link to which, by place: to neighbours of about the same date, now and then to any other. */
export const drawTargets = (
  random: Random,
  size: number,
  { links, targets }: Roles,
): Map<number, Own['places']> => {
  const sources = [...links.keys()].sort((a, b) => a - b)
  const drawn = new Map<number, Own>(sources.map((source) => [source, { places: [], sure: 0 }]))

  const amongSources = placeIn(sources)
  for (const target of targets) {
    const near = amongSources(target)
    for (let attempts = 0; attempts < maxAttempts; attempts += 1) {
      const source = sources[near + random.between(-4 - attempts, 4 + attempts)] ?? target
      const own = drawn.get(source)
      if (source === target || !own || own.sure === links.get(source)) continue
      own.places.push(target)
      own.sure += 1
      break
    }
  }

  const amongTargets = placeIn(targets)
  for (const source of sources) {
    const near = amongTargets(source)
    const { places = [] } = drawn.get(source) ?? {}
    for (
      let attempts = 0;
      places.length < (links.get(source) ?? 0) && attempts < maxAttempts;
      attempts += 1
    ) {
      const far = random.chance(4)
      const target = targets[far ? random.between(0, targets.length - 1) : near + random.between(-7, 7)]
      if (target !== undefined && target !== source && !places.includes(target)) places.push(target)
    }
  }

  const others = random.shuffled(
    [...drawn].filter(([, { places, sure }]) => places.length > Math.max(sure, 1)),
  )
  const spoil = (
    count: number,
    change: (places: Own['places'], at: number, source: number) => void,
  ): void => {
    for (const [source, { places, sure }] of others.splice(0, shareOf(count, size)))
      change(places, random.between(Math.max(sure, 1), places.length - 1), source)
  }
  spoil(measures.repeating, (places, at) => (places[at] = places[random.between(0, at - 1)]))
  spoil(measures.danglingLinks, (places, at) => (places[at] = undefined))
  spoil(measures.linkedToThemselves, (places, at, source) => (places[at] = source))
  return new Map([...drawn].map(([source, { places }]) => [source, places]))
}
