import type { PhrasingContent } from 'mdast'

import { bitsFor, bitsOf, hintedMarks, marksOf, type Atom, type Mark } from './atoms.ts'
import { withoutEdgePunctuation } from './edgePunctuation.ts'
import { group } from './group.ts'
import { childrenOf, isCode, isFields, isImage, isMath, isSource, type Fields } from './guards.ts'
import { inlineMathFrom } from './mathFromLexical.ts'
import { linkFrom } from './linkFrom.ts'
import { withoutEdgeSpace } from './spaces.ts'
import { textAtoms } from './textAtoms.ts'

const breakNode = (node: Fields): PhrasingContent =>
  isFields(node.$) && node.$.break === 'soft' ? { type: 'text', value: '\n' } : { type: 'break' }

const single = (node: PhrasingContent, marks: Mark[], isHinted: boolean): Atom[] => [
  { node, marks, isHinted, isSpace: false },
]

/** Inline formulas and code blocks where no block can be, as in a heading. */
const nodeOf = (node: unknown): PhrasingContent | undefined => {
  if (isMath(node)) {
    if (node.latex.trim() === '') return { type: 'text', value: '' }
    return inlineMathFrom(node)
  }
  if (isCode(node)) return { type: 'inlineCode', value: node.code.replaceAll(/\s*[\r\n]+\s*/g, ' ') }
  if (isSource(node)) return { type: node.markdown.startsWith('<') ? 'html' : 'source', value: node.markdown }
  if (isImage(node)) return { type: 'image', url: node.url, alt: node.alt, title: node.title ?? null }
  return undefined
}

const grouped = (atoms: Atom[]): PhrasingContent[] => group(withoutEdgePunctuation(atoms))

/** Inline nodes of Lexical as atoms. `outer` are the marks that stand around all of them already. */
const atomsOf = (nodes: readonly unknown[], outer: Mark[]): Atom[] =>
  nodes.flatMap((node): Atom[] => {
    const hinted = hintedMarks(node)
    const marks = marksOf(bitsOf(node) & ~bitsFor(outer), hinted)
    const isHinted = hinted.length > 0
    if (!isFields(node)) return []
    if (typeof node.text === 'string') return textAtoms(node.text, bitsOf(node), marks, isHinted)
    if (node.type === 'linebreak')
      return [{ node: breakNode(node), marks: hinted, isHinted: true, isSpace: true }]
    const inline = nodeOf(node)
    if (inline) return single(inline, marks, isHinted)
    const children = childrenOf(node)
    if (node.type !== 'link' && node.type !== 'autolink') return atomsOf(children, outer)
    return linkFrom(node, hinted, (around) => grouped(atomsOf(children, [...outer, ...around])))
  })

/** The phrasing content of mdast for inline nodes of Lexical. Takes nodes of any type; unknown ones give their text. */
export const phrasingFromLexical = (nodes: readonly unknown[]): PhrasingContent[] =>
  grouped(withoutEdgeSpace(atomsOf(nodes, [])))
