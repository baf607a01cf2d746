import type { FrontMatterNode } from '../../frontMatter/types.ts'
import type { Codec } from '../types.ts'
import { decodeTyped, unexpectedValue } from './decode.ts'

/** The words that a checkbox is printed with if there was no value before. */
export type CheckboxWords = { true: string; false: string }

const pairs: CheckboxWords[] = [
  { true: 'true', false: 'false' },
  { true: 'yes', false: 'no' },
  { true: 'on', false: 'off' },
]

const upperFirst = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const spellings: CheckboxWords[] = pairs.flatMap((pair) => [
  pair,
  { true: upperFirst(pair.true), false: upperFirst(pair.false) },
  { true: pair.true.toUpperCase(), false: pair.false.toUpperCase() },
])

const wordsOf = (known: CheckboxWords[], before: FrontMatterNode | undefined): CheckboxWords | undefined => {
  const word = before?.kind === 'scalar' ? before.value.trim() : undefined
  return known.find((words) => words.true === word || words.false === word)
}

/**
 * A boolean. Reads the given words and those of YAML 1.1 (`true`, `yes`, `on` and their opposites) in lower, upper and
 * title case. Writes in the pair and case of the previous value, and new values in the given words.
 */
export const checkbox = (words: CheckboxWords = { true: 'true', false: 'false' }): Codec => {
  const known = [words, ...spellings]
  return {
    name: 'checkbox',
    typed: true,
    decode: decodeTyped({
      expected: `${words.true} or ${words.false}`,
      read: (text) => {
        if (known.some((pair) => pair.true === text)) return true
        return known.some((pair) => pair.false === text) ? false : undefined
      },
    }),
    encode: (value, before) => {
      if (typeof value !== 'boolean') throw unexpectedValue('checkbox', value)
      const pair = wordsOf(known, before) ?? words
      return value ? pair.true : pair.false
    },
  }
}
