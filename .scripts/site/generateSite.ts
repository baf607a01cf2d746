import { drawAnswerKinds } from './answerKinds.ts'
import { drawAnswer } from './answers.ts'
import { drawArticles } from './articles.ts'
import { articleText } from './articleText.ts'
import { drawLinks } from './links.ts'
import { lengthAt, lengths } from './measures.ts'
import { drawExactly, drawKeywords } from './prose.ts'
import { makeQuestions } from './questions.ts'
import { randomFrom } from './random.ts'
import { drawRoles } from './roles.ts'
import { drawTwins } from './twins.ts'

/** A file of a content root: its path with forward slashes, and its text. */
export type SiteFile = { path: string; text: string }

/**
 * Generates the files of a site of `articles` articles, with the statistics of a real one in proportion and invented
 * text. The same seed gives the same bytes on every machine. Files are generated one by one, so that none has to be
 * kept.
 */
export function* generateSite(options: { articles: number; seed?: number }): Generator<SiteFile, void> {
  const { articles: size, seed = 1 } = options
  const random = randomFrom(seed)
  const nextQuestion = makeQuestions(random)
  const twins = drawTwins(random, size)
  const articles = drawArticles(random, size, twins, nextQuestion)
  const roles = drawRoles(random, size)
  const links = drawLinks(random, articles, roles, nextQuestion)

  const sharesAnswer = (place: number): boolean => {
    const first = twins.firstOf.get(place)
    return first !== undefined && !twins.differing.has(first)
  }
  const isOfKind = drawAnswerKinds(
    random,
    [...articles.keys()].filter((place) => !sharesAnswer(place)),
  )
  let answer = ''
  for (const [place, article] of articles.entries()) {
    // A twin follows the article whose answer it shares.
    if (!sharesAnswer(place)) answer = drawAnswer(random, (kind) => isOfKind(kind, place))
    const text = articleText({
      article,
      description: drawExactly(random, lengthAt(lengths.description, random.between(1, 1000))),
      keywords: drawKeywords(random, lengthAt(lengths.keywords, random.between(1, 1000))),
      answer,
      links: links.get(place) ?? [],
      plain: roles.plain.has(place),
      scored: roles.scored.has(place),
      noIndex: roles.noIndex.has(place),
      blankLine: roles.blankLine.has(place),
    })
    yield { path: `learn/${article.subject.slug}/${article.slug}.md`, text }
  }
}
