import { diffArrays } from 'diff'
import { isMap, isScalar, parseDocument } from 'yaml'
import { inCommon } from './inCommon.ts'
import { staysText } from './plainText.ts'
import { doubleQuoted, exotic } from './scalarText.ts'
import { scalarUnits } from './placesInScalar.ts'
import type { ScalarStyle } from './types.ts'

/** The range of a scalar's source, without quotes or header, and its style. */
export type ScalarSource = {
  text: string
  start: number
  end: number
  style: Exclude<ScalarStyle, 'literal'>
  /** The line break of new lines, with the indentation of a block scalar's lines. */
  lineBreak: string
  /** The text between the key and the source: a quote, or the header of a block scalar with its line break. */
  opening: string
  closing: string
  inFlow: boolean
}

/** A word of the value, and its source with the white space before it. */
type Word = { word: string; source: string }

/** Texts with more changes than this count as different texts, not as an edit. */
const maxChanges = 1_000

const wordsOf = (value: string): string[] => value.match(/\s*\S+/g) ?? []

const nonSpaceCount = (text: string): number => text.replace(/\s/g, '').length

/** The end of each non-space character in the source, in the order of the value. */
const nonSpaceEnds = ({ end, opening, start, style, text }: ScalarSource): number[] => {
  const from = style === 'double' || style === 'single' ? start - opening.length : start
  const units = [...scalarUnits(text.slice(0, end), from, style)]
  return units.flatMap((unit, at) => {
    const next = units[at + 1]?.offset ?? end
    return unit.text.split('').flatMap((character) => (/\s/.test(character) ? [] : [next]))
  })
}

/** The source of new words in the style of the scalar; `undefined` if the style cannot express them. */
const written = (words: string, { lineBreak, style }: ScalarSource): string | undefined => {
  if (style === 'double') return doubleQuoted(words).slice(1, -1)
  if (style === 'folded') {
    const emptyLine = lineBreak.replace(/ +$/, '')
    return words.replace(/\n+/g, (breaks) => emptyLine.repeat(breaks.length) + lineBreak)
  }
  if (words.includes('\n')) return undefined
  return style === 'single' ? words.replaceAll("'", "''") : words
}

type Part = { added?: boolean; removed?: boolean; value: string[] }

/** The changes between two lists of words. A single change is reported as such, even if its words occur again. */
const changesOf = (before: string[], after: string[]): Part[] | undefined => {
  const { head, tail } = inCommon(before, after)
  const parts = diffArrays(before.slice(head, before.length - tail), after.slice(head, after.length - tail), {
    maxEditLength: maxChanges,
  })
  if (!parts) return undefined
  return [{ value: before.slice(0, head) }, ...parts, { value: before.slice(before.length - tail) }]
}

const spaceBefore = (word: string): string => word.slice(0, word.length - word.trimStart().length)

/** The source of a word; if it replaces another one, with the line break before that. */
const inPlaceOf = (gone: Word | undefined, word: string, source: ScalarSource): string | undefined => {
  const space = spaceBefore(word)
  if (gone === undefined || space !== spaceBefore(gone.word)) return written(word, source)
  const own = written(word.slice(space.length), source)
  return own === undefined ? undefined : spaceBefore(gone.source) + own
}

/** Whether a source would be parsed as a value in the given style. */
const isReadAs = (
  source: string,
  value: string,
  { closing, inFlow, opening, style }: ScalarSource,
): boolean => {
  if (style === 'plain' && !staysText(value, undefined)) return false
  const pair = `x: ${opening}${source}${closing}`
  const { comment, contents, errors, warnings } = parseDocument(inFlow ? `{${pair}}` : pair, {
    schema: 'failsafe',
    prettyErrors: false,
    logLevel: 'silent',
  })
  if (errors.length > 0 || warnings.length > 0 || comment !== null || !isMap(contents)) return false
  const node = contents.items[0]?.value
  if (contents.items.length !== 1 || contents.comment || !isScalar(node) || node.comment) return false
  return (style === 'plain') === (node.type === 'PLAIN') && node.value === value
}

/**
 * The source of a text wrapped over several lines, changed to another value: words in both keep their source and line
 * breaks, so that a line without a changed word stays the same. `undefined` if it has only one line, and if the result
 * is not certain.
 */
export const keepWords = (source: ScalarSource, before: string, value: string): string | undefined => {
  const { end, start, style, text } = source
  const wrapped = text.slice(start, end)
  const tail = (whole: string): string => whole.slice(whole.trimEnd().length)
  if (!wrapped.trimEnd().includes('\n') || tail(before) !== tail(value)) return undefined
  if (exotic.test(value) && style !== 'double') return undefined
  const ends = nonSpaceEnds(source)
  if (ends.length !== nonSpaceCount(before)) return undefined
  const parts = changesOf(wordsOf(before), wordsOf(value))
  if (!parts) return undefined
  let ink = 0
  let result = ''
  let gone: Word[] = []
  for (const { added, removed, value: words } of parts) {
    if (added) {
      const inserted = words.map((word, at) => inPlaceOf(gone[at], word, source))
      if (inserted.includes(undefined)) return undefined
      result += inserted.join('')
      gone = []
      continue
    }
    const old = words.map((word): Word => {
      const from = ink === 0 ? start : (ends[ink - 1] ?? start)
      ink += nonSpaceCount(word)
      return { word, source: text.slice(from, ends[ink - 1]) }
    })
    if (!removed) result += old.map((word) => word.source).join('')
    gone = removed ? old : []
  }
  result += text.slice(ends.at(-1) ?? start, end)
  return isReadAs(result, value, source) ? result : undefined
}
