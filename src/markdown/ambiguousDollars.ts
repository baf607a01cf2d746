import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'

import { isAmbiguous, pairAt, type DollarPair } from './dollars.ts'
import { isParsable } from './parsingCost.ts'
import { parseMarkdown } from './syntax/parseMarkdown.ts'

/** Two dollars that could also be read the other way. */
export type AmbiguousDollars = { readAs: 'formula' | 'text'; content: string }

const blocks = new Set<string>(['heading', 'paragraph', 'tableCell'])
const opaque = new Set<string>(['html', 'image', 'imageReference', 'inlineCode', 'inlineMath'])

const rangeOf = ({ position }: Nodes): [start: number, end: number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
]

/** The source of a block, with its code and formulas blanked out. */
const textOf = (block: Nodes, markdown: string): string => {
  const [start, end] = rangeOf(block)
  let at = start
  let text = ''
  visit(block, (node) => {
    if (!opaque.has(node.type)) return
    const [from, to] = rangeOf(node)
    text += markdown.slice(at, from) + '\0'.repeat(to - from)
    at = to
  })
  return text + markdown.slice(at, end)
}

const pairsIn = (text: string): DollarPair[] => {
  const pairs: DollarPair[] = []
  for (const { 0: found, index } of text.matchAll(/\\[^]|\$+/g)) {
    const pair = found === '$' && index >= (pairs.at(-1)?.end ?? 0) ? pairAt(text, index) : undefined
    if (pair) pairs.push(pair)
  }
  return pairs
}

const formulasIn = (block: Nodes, markdown: string): DollarPair[] => {
  const formulas: DollarPair[] = []
  visit(block, 'inlineMath', (node) => {
    const pair = pairAt(markdown, rangeOf(node)[0])
    if (pair && isAmbiguous(pair)) formulas.push(pair)
  })
  return formulas
}

/** The dollars of a Markdown text that could be read either as a formula or as text, block by block. */
export const ambiguousDollars = (markdown: string): AmbiguousDollars[] => {
  if (!/\$[^$]+\$/.test(markdown) || !isParsable(markdown)) return []
  const found: AmbiguousDollars[] = []
  visit(parseMarkdown(markdown), (block) => {
    if (!blocks.has(block.type)) return
    for (const { content } of pairsIn(textOf(block, markdown))) found.push({ readAs: 'text', content })
    for (const { content } of formulasIn(block, markdown)) found.push({ readAs: 'formula', content })
  })
  return found
}
