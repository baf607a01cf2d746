import type { Random } from './random.ts'
import { adjectives, nouns, settings, verbs, withArticles } from './words.ts'

const thing = (random: Random): string =>
  `${random.chance(75) ? `${random.pick(adjectives)} ` : ''}${random.pick(nouns)}`

const stem = (random: Random): string => {
  const [one, other] = [thing(random), thing(random)]
  const forms = [
    `How does the ${one} work with the ${other}`,
    `What is the difference between a ${one} and a ${other}`,
    `Why ${random.pick(['was', 'is'])} the ${one} important for the ${other}`,
    `What role does the ${one} play for the ${other}`,
    `How can a ${one} be compared with a ${other}`,
    `What are the advantages of the ${one} over the ${other}`,
    `Who built the first ${one}, and how did the ${other} follow`,
    `What does it mean that a ${one} ${random.pick(verbs)} the ${other}`,
    `How did the ${one} change the ${other}`,
    `Can a ${one} replace the ${other}'s parts`,
    `What is known about the "${one}" (also called ${other})`,
  ]
  return random.pick(forms)
}

/** A question in the form of the real ones, 24 to 152 characters. It may repeat an earlier one. */
export const drawQuestion = (random: Random): string => {
  if (random.chance(3)) return withArticles(`What is a ${random.pick(adjectives)} ${random.pick(nouns)}?`)
  const tail = random.chance(45) ? ` ${random.pick(settings)}` : ''
  const more = random.chance(12) ? `, and what follows for the ${thing(random)}` : ''
  return withArticles(`${stem(random)}${tail}${more}?`)
}

/** The last part of a question's URL, as the site writes it. */
export const slugOf = (question: string): string =>
  question
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/['’\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** Draws questions of which no two have the same slug. */
export const makeQuestions = (random: Random): (() => string) => {
  const taken = new Set<string>()
  return () => {
    for (;;) {
      const question = drawQuestion(random)
      const slug = slugOf(question)
      if (taken.has(slug)) continue
      taken.add(slug)
      return question
    }
  }
}
