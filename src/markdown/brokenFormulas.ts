import katex from 'katex'
import { visit } from 'unist-util-visit'

import { chemistryFault } from './chemistryFault.ts'
import { katexOptions } from './html/formulas.ts'
import { isParsable } from './parsingCost.ts'
import { parseMarkdown } from './syntax/parseMarkdown.ts'

/** A formula that readers see as its source, and why. */
export type BrokenFormula = { latex: string; reason: string }

/** Longer formulas are not checked: no real one is, and macros may expand each character a thousand times. */
const maxLength = 10_000

const reasonOf = (thrown: unknown): string =>
  chemistryFault(thrown) ??
  (thrown instanceof Error ? thrown.message : String(thrown)).replace(/^KaTeX parse error: /, '')

const faultOf = (latex: string, displayMode: boolean): string | undefined => {
  try {
    katex.renderToString(latex, { ...katexOptions, displayMode, throwOnError: true })
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}

/** The formulas of a Markdown text that KaTeX cannot render, in order. A text that is too large to parse has none. */
export const brokenFormulas = (markdown: string): BrokenFormula[] => {
  if (!/\$|\\[([]/.test(markdown) || !isParsable(markdown)) return []
  const found: BrokenFormula[] = []
  visit(parseMarkdown(markdown), (node) => {
    if ((node.type !== 'inlineMath' && node.type !== 'math') || node.value.length > maxLength) return
    const reason = faultOf(node.value, node.type === 'math')
    if (reason !== undefined) found.push({ latex: node.value, reason })
  })
  return found
}
