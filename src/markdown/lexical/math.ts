import type { PhrasingContent } from 'mdast'
import type { InlineMath, Math } from 'mdast-util-math'

import type { MathDelimiter, SerializedMath } from './nodes.ts'
import { sourceOf, unixLines } from './sourceOf.ts'

const delimiterOf = (source: string): MathDelimiter =>
  (['\\(', '\\[', '$$'] as const).find((delimiter) => source.startsWith(delimiter)) ?? '$'

const closings = { $: '$', $$: '$$', '\\(': '\\)', '\\[': '\\]' }

const dense = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/**
 * Whether a source, apart from its delimiters, equals what the parser read; it does not if quote markers come between
 * its lines.
 */
const isWhole = (source: string, delimiter: MathDelimiter, latex: string): boolean => {
  if (!source.endsWith(closings[delimiter])) return false
  const inner =
    delimiter === '$$'
      ? source.replaceAll(/^\$+|\$+$/g, '')
      : source.slice(delimiter.length, -delimiter.length)
  return dense(inner) === dense(latex)
}

/** Converts a formula, inline or block. Its source is kept as `raw` if it can be printed unchanged. */
export const mathToLexical = (node: InlineMath | Math, text: string, isNested = true): SerializedMath => {
  const source = sourceOf(node, text, isNested)
  const delimiter = delimiterOf(source)
  // On a line of its own, a dollar fence would begin a block.
  const isInPlace = node.type === 'math' || delimiter.startsWith('\\') || !source.includes('\n')
  return {
    delimiter,
    display: node.type === 'math' || delimiter === '\\[',
    latex: unixLines(node.value),
    ...(isInPlace && isWhole(source, delimiter, node.value) && { raw: source }),
    type: 'math',
    version: 1,
  }
}

/** Whether a formula is a block. A formula in TeX's brackets is displayed as well, but inline. */
export const isMathBlock = (node: SerializedMath): boolean =>
  node.display && (node.delimiter === '$$' || node.delimiter === '$')

const inlineDelimiter = ({ delimiter, display }: SerializedMath): MathDelimiter => {
  if (display) return delimiter === '\\(' ? '\\[' : delimiter === '$' ? '$$' : delimiter
  return delimiter === '\\[' ? '\\(' : delimiter
}

/** Converts a formula to inline math. */
export const inlineMathFromLexical = (node: SerializedMath): InlineMath & PhrasingContent => {
  const delimiter = inlineDelimiter(node)
  const raw = node.raw?.startsWith(delimiter) === true ? node.raw : undefined
  return {
    type: 'inlineMath',
    value: node.latex,
    data: { delimiter, ...(raw !== undefined && { raw }) },
  }
}

/** Converts a formula to a math block. */
export const mathBlockFromLexical = (node: SerializedMath): Math => {
  const raw = node.raw?.startsWith('$$') === true ? node.raw : undefined
  return { type: 'math', value: node.latex, data: { ...(raw !== undefined && { raw }) } }
}
