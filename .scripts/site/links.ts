import { type Article, urlOf } from './articles.ts'
import { measures, shareOf } from './measures.ts'
import { slugOf } from './questions.ts'
import type { Random } from './random.ts'
import type { Roles } from './roles.ts'
import { drawSubject } from './subjects.ts'
import { drawTargets } from './targets.ts'

/** A link as a file shows it: the values of its target, current or outdated. */
export type ShownLink = { id: number; title: string; subject: string; url: string; plain: boolean }

/** Draws URLs that no article has. */
const drawDangling = (random: Random, size: number, nextQuestion: () => string): ShownLink[] =>
  Array.from({ length: Math.max(1, shareOf(measures.danglingTargets, size)) }, () => {
    const subject = drawSubject(random)
    const title = nextQuestion()
    const [spelling = ''] = subject.spellings
    const url = urlOf(subject, slugOf(title))
    return { id: random.between(1_000, 200_000), title, subject: spelling, url, plain: false }
  })

const shown = (random: Random, { id, question, spelling, url }: Article): ShownLink => ({
  id,
  title: question,
  subject: spelling,
  url,
  plain: random.chance(2),
})

/** Draws the links of all articles, by place, with the faults of the real ones. */
export const drawLinks = (
  random: Random,
  articles: readonly Article[],
  roles: Roles,
  nextQuestion: () => string,
): Map<number, ShownLink[]> => {
  const size = articles.length
  const targets = drawTargets(random, size, roles)
  const dangling = drawDangling(random, size, nextQuestion)
  const links = new Map<number, ShownLink[]>()
  const resolved: ShownLink[] = []
  for (const [place, places] of targets) {
    const own = places.flatMap((target) => {
      if (target === undefined) return [random.pick(dangling)]
      const article = articles[target]
      const link = article && shown(random, article)
      if (link) resolved.push(link)
      return link ? [link] : []
    })
    links.set(place, own)
  }
  const stale = random.shuffled(resolved)
  for (const link of stale.splice(0, shareOf(measures.staleIds, size))) link.id += random.between(1, 400)
  for (const link of stale.splice(0, shareOf(measures.staleTitles, size)))
    link.title = link.title.replace('?', ' today?')
  return links
}
