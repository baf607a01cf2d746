import type { Random } from './random.ts'
import { adjectives, aspects, nouns, settings, verbs, withArticles } from './words.ts'

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** A sentence of an answer, about 60 to 200 characters. */
export const drawSentence = (random: Random): string => {
  const noun = () => random.pick(nouns)
  const thing = () => `${random.pick(adjectives)} ${noun()}`
  const verb = () => random.pick(verbs)
  const where = () => random.pick(settings)
  const forms = [
    () => `The ${thing()} ${verb()} the ${noun()} ${where()}, which is why a ${noun()} is rarely left out.`,
    () => `A ${thing()} ${verb()} what the ${thing()} began, and ${verb()} the rest.`,
    () => `${capital(where())}, people kept a ${thing()} next to the ${noun()} — a habit that lasted.`,
    () => `It’s often said that the ${noun()} ${verb()} the ${thing()}, but the ${noun()} ${verb()} it too.`,
    () => `For example, a ${thing()} can be set beside a ${noun()} (or a ${noun()}) ${where()}.`,
    () =>
      `Whoever compares the ${noun()} with the ${thing()} finds that "${noun()}" means little ${where()}.`,
    () => `This ${verb()} the ${noun()}, the ${noun()}, and every ${thing()} that depends on them.`,
    () => `By contrast, the ${thing()} ${verb()} less: ${noun()} and ${noun()} do most of the work.`,
    () => `Each ${noun()} ${verb()} its ${noun()}, so that a ${thing()} stays in use for years.`,
  ]
  return withArticles(random.pick(forms)())
}

/** Sentences in one line. */
export const drawParagraph = (random: Random, sentences: number): string =>
  Array.from({ length: sentences }, () => drawSentence(random)).join(' ')

/** Text of exactly `length` characters that ends with a full stop, for descriptions. */
export const drawExactly = (random: Random, length: number): string => {
  let text = drawSentence(random)
  while (text.length < length) text += ` ${drawSentence(random)}`
  return `${text.slice(0, length - 1).trimEnd()}.`
}

/** Words with commas between them, about `length` characters. */
export const drawKeywords = (random: Random, length: number): string => {
  const words: string[] = []
  let written = 0
  while (written < length) {
    const word = `${random.pick(adjectives)} ${random.pick(nouns)}`
    words.push(word)
    written += word.length + 2
  }
  return words.join(', ')
}

/** A heading of two or three words. */
export const drawAspect = (random: Random): string => random.pick(aspects)
