import { isPlain, staysText } from './plainText.ts'
import type { ScalarStyle } from './types.ts'

/** A printed value: the text after the key on its line, and the whole lines below, indented, without line breaks. */
export type Printed = { head: string; lines: string[] }

/** The position of a printed scalar, and the previous value. */
export type ScalarPlace = {
  /** Styles to try, in order of preference. One that cannot express the text is skipped. */
  styles: ScalarStyle[]
  /** Spaces before the lines of a block scalar. */
  indent: number
  /** Inside `{}` or `[]`, where block scalars are not allowed. */
  inFlow?: boolean
  /** Indentation indicator of the current block scalar. */
  indicator?: string
  /** The current block scalar keeps its trailing line breaks (`|+`). */
  keeps?: boolean
  /** The current text if it is unquoted: see `staysText`. */
  before?: string
  /** The value is a number, date or boolean, and not a text that looks like one. */
  isTyped?: boolean
}

// Line breaks of other parsers, invisible characters and control characters: only an escape makes them visible and
// preserves them.
export const exotic = /[\r\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/

/**
 * Prints a text in the first of the preferred styles that can express it, or else in double quotes, which can express
 * every text.
 */
export const printScalar = (value: string, place: ScalarPlace): Printed => {
  if (!exotic.test(value)) {
    for (const style of place.styles) {
      const printed = printers[style](value, place)
      if (printed) return printed
    }
  }
  return { head: doubleQuoted(value), lines: [] }
}

/** A text in double quotes, which can express every text. */
export const doubleQuoted = (value: string): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

type Printer = (value: string, place: ScalarPlace) => Printed | undefined

const plain: Printer = (value, { before, inFlow = false, isTyped = false }) => {
  if (!isTyped && !staysText(value, before)) return undefined
  return isPlain(value, 'value', inFlow) ? { head: value, lines: [] } : undefined
}

const single: Printer = (value) =>
  value.includes('\n') ? undefined : { head: `'${value.replaceAll("'", "''")}'`, lines: [] }

const double: Printer = (value) => ({ head: doubleQuoted(value), lines: [] })

const folded: Printer = (value, place) => {
  const core = coreLines(value, place)
  // A line that begins with a space or tab is not folded, and neither are the breaks around it.
  if (!core || core[0] === '' || core.some((line) => /^[ \t]/.test(line))) return undefined
  return blockScalar(
    '>',
    core.flatMap((line, index) => (line && index > 0 ? ['', line] : [line])),
    value,
    place,
  )
}

const literal: Printer = (value, place) => {
  const core = coreLines(value, place)
  return core && blockScalar('|', core, value, place)
}

/** The lines of a text without its trailing line breaks; `undefined` if a block scalar is not certain to express them. */
const coreLines = (value: string, { inFlow, indicator }: ScalarPlace): string[] | undefined => {
  const lines = value.replace(/\n+$/, '').split('\n')
  const first = lines.find((line) => line !== '')
  if (inFlow || first === undefined || lines.at(-1)?.trim() === '') return undefined
  // The first line determines the indentation of the text, unless the header specifies it.
  return /^[ \t]/.test(first) && !indicator ? undefined : lines
}

const blockScalar = (
  mark: string,
  core: string[],
  value: string,
  place: ScalarPlace,
): Printed | undefined => {
  const breaks = value.length - value.replace(/\n+$/, '').length
  // More than one trailing break requires `+`, which would include blank lines that follow the value.
  if (breaks > 1 && !place.keeps) return undefined
  const chomping = breaks === 0 ? '-' : place.keeps ? '+' : ''
  const lines = [...core, ...Array.from({ length: Math.max(breaks - 1, 0) }, () => '')]
  const margin = ' '.repeat(place.indent)
  return {
    head: `${mark}${place.indicator ?? ''}${chomping}`,
    lines: lines.map((line) => (line === '' ? '' : margin + line)),
  }
}

const printers: Record<ScalarStyle, Printer> = { plain, single, double, folded, literal }
