import { drawDays, lastDay } from './days.ts'
import { measures, shareOf } from './measures.ts'
import { slugOf } from './questions.ts'
import type { Random } from './random.ts'
import { drawSubject, subjects, type Subject } from './subjects.ts'
import type { Twins } from './twins.ts'

/** What other articles show of an article in their links. */
export type Article = {
  id: number
  date: string
  question: string
  subject: Subject
  spelling: string
  slug: string
  url: string
}

/** The URL of a question under a subject. */
export const urlOf = (subject: Subject, slug: string): string => `/learn/${subject.slug}/questions/${slug}`

/** Where each subject is sure to have an article, however small it is. */
const placesOfSubjects = (size: number, twins: Twins): Map<number, Subject> => {
  const places = new Map<number, Subject>()
  if (size < subjects.length * 3) return places
  for (const [at, subject] of subjects.entries()) {
    let place = Math.floor((at * size) / subjects.length)
    while (!twins.isFree(place) || places.has(place)) place += 1
    places.set(place % size, subject)
  }
  return places
}

/** Makes a function that says how a subject is spelled next: every sixth time in its other way. */
const makeSpelling = (): ((subject: Subject) => string) => {
  const counts = new Map<Subject, number>()
  return (subject) => {
    const count = counts.get(subject) ?? 0
    counts.set(subject, count + 1)
    const [usual = '', other = usual] = subject.spellings
    return count % 6 === 1 ? other : usual
  }
}

/** Draws the articles of a site in the order of their dates. Neighbours are often of one subject, as they were asked. */
export const drawArticles = (
  random: Random,
  size: number,
  twins: Twins,
  nextQuestion: () => string,
): Article[] => {
  const late = shareOf(measures.negativeIds, size)
  const days = [...drawDays(random, size - late), ...Array.from({ length: late }, () => lastDay)]
  const places = placesOfSubjects(size, twins)
  const spellingOf = makeSpelling()
  const articles: Article[] = []
  let [id, main, left] = [31, drawSubject(random), 0]
  for (const [place, date] of days.entries()) {
    if (left === 0) [main, left] = [drawSubject(random), random.between(10, 60)]
    left -= 1
    id = place < size - late ? id + random.between(1, 10) : place - size
    const first = twins.firstOf.get(place)
    const group = first === undefined ? [] : articles.slice(first)
    let subject = places.get(place) ?? (random.chance(95) ? main : drawSubject(random))
    while (group.some((other) => other.subject === subject)) subject = drawSubject(random)
    const question = group[0]?.question ?? nextQuestion()
    const slug = slugOf(question)
    articles.push({
      id: group[0] && first !== undefined && twins.sharingId.has(first) ? group[0].id : id,
      date,
      question,
      subject,
      spelling: spellingOf(subject),
      slug,
      url: urlOf(subject, slug),
    })
  }
  return articles
}
