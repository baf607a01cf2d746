import type { PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'

import { bitsOf, marksOf, type Atom, type Mark } from './atoms.ts'
import { childrenOf, isFields, type Fields } from './guards.ts'

const allBits = ~0

/** The bits that all of a link's content has. */
const commonBits = (node: Fields): number => {
  return childrenOf(node).reduce<number>(
    (bits, child) => (isFields(child) && child.type === 'linebreak' ? bits : bits & bitsOf(child)),
    allBits,
  )
}

const styleOf = (node: Fields, url: string, children: PhrasingContent[]): 'angle' | 'bare' | undefined => {
  const style = isFields(node.$) ? node.$.style : undefined
  const text = children.every(({ type }) => type === 'text') ? toString(children) : ''
  if (style === 'angle') return text === url || `mailto:${text}` === url ? style : undefined
  const isBare = [text, `http://${text}`, `mailto:${text}`].includes(url)
  return style === 'bare' && isBare ? style : undefined
}

/**
 * A link as an atom. `hinted` are the marks of its source that stand around it; `childrenWithin` gives its content
 * without them. A link without a url or without content is just its content.
 */
export const linkFrom = (
  node: Fields,
  hinted: Mark[],
  childrenWithin: (around: Mark[]) => PhrasingContent[],
): Atom[] => {
  const around =
    hinted.length === 0 ? [] : marksOf(commonBits(node), hinted).filter((mark) => hinted.includes(mark))
  const children = childrenWithin(around)
  const fields = isFields(node.fields) ? node.fields : node
  const url = typeof fields.url === 'string' ? fields.url : ''
  const title = typeof fields.title === 'string' && fields.title !== '' ? fields.title : null
  const style = styleOf(node, url, children)
  if (children.length === 0) return []
  return [
    {
      node: { type: 'link', url, title, children, ...(style && { data: { style } }) },
      marks: around,
      isHinted: around.length > 0,
      isSpace: false,
    },
  ]
}
