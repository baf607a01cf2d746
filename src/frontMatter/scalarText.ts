import { isPlain, staysText } from './plainText.ts'
import type { ScalarStyle } from './types.ts'

/** A printed value: what stands after the key on its line, and the whole lines below, indented, without line breaks. */
export type Printed = { head: string; lines: string[] }

/** Where a scalar is printed, and what was there before. */
export type ScalarPlace = {
  /** Styles to try, the most wanted first. One that cannot hold the text is passed over. */
  styles: ScalarStyle[]
  /** Spaces before the lines of a block scalar. */
  indent: number
  /** Inside `{}` or `[]`, where no block scalar can stand. */
  inFlow?: boolean
  /** Indentation indicator of the block scalar that stands there. */
  indicator?: string
  /** The block scalar that stands there keeps its trailing line breaks (`|+`). */
  keeps?: boolean
  /** The text that stands there, bare: see `staysText`. */
  before?: string
  /** The value is a number, a date or a yes or no, and not a text that looks like one. */
  isTyped?: boolean
}

// Line breaks of other readers, invisible marks and control characters: only an escape shows and keeps them.
export const exotic = /[\r\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/

/** Prints a text in the first of the wanted styles that can hold it, else in double quotes, which hold every text. */
export const printScalar = (value: string, place: ScalarPlace): Printed => {
  if (!exotic.test(value)) {
    for (const style of place.styles) {
      const printed = printers[style](value, place)
      if (printed) return printed
    }
  }
  return { head: doubleQuoted(value), lines: [] }
}

/** A text in double quotes, which hold every text. */
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

/** Lines of a text without its trailing line breaks; `undefined` where a block scalar cannot hold them for certain. */
const coreLines = (value: string, { inFlow, indicator }: ScalarPlace): string[] | undefined => {
  const lines = value.replace(/\n+$/, '').split('\n')
  const first = lines.find((line) => line !== '')
  if (inFlow || first === undefined || lines.at(-1)?.trim() === '') return undefined
  // The first line shows how far the text is indented, unless the header says so.
  return /^[ \t]/.test(first) && !indicator ? undefined : lines
}

const blockScalar = (
  mark: string,
  core: string[],
  value: string,
  place: ScalarPlace,
): Printed | undefined => {
  const breaks = value.length - value.replace(/\n+$/, '').length
  // More than one trailing break takes `+`, under which blank lines that follow the value would join it.
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
