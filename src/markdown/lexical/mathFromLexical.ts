import type { PhrasingContent } from 'mdast'
import type { InlineMath, Math } from 'mdast-util-math'

import type { MathDelimiter, SerializedMath } from './nodes.ts'

/** Whether a formula stands as a block of its own. One in TeX's brackets is displayed, too, but stands in text. */
export const isMathBlock = (node: SerializedMath): boolean =>
  node.display && (node.delimiter === '$$' || node.delimiter === '$')

const inlineDelimiter = ({ delimiter, display }: SerializedMath): MathDelimiter => {
  if (display) return delimiter === '\\(' ? '\\[' : delimiter === '$' ? '$$' : delimiter
  return delimiter === '\\[' ? '\\(' : delimiter
}

/** A formula as part of a text. */
export const inlineMathFrom = (node: SerializedMath): InlineMath & PhrasingContent => {
  const delimiter = inlineDelimiter(node)
  const raw = node.raw?.startsWith(delimiter) === true ? node.raw : undefined
  return {
    type: 'inlineMath',
    value: node.latex,
    data: { delimiter, ...(raw !== undefined && { raw }) },
  }
}

/** A formula as a block. */
export const mathBlockFrom = (node: SerializedMath): Math => {
  const raw = node.raw?.startsWith('$$') === true ? node.raw : undefined
  return { type: 'math', value: node.latex, data: { ...(raw !== undefined && { raw }) } }
}
