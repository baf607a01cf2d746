import type { Link, PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'

import { bitsOf, marksOf, type MarkedNode, type Mark } from './markedNodes.ts'
import { withChildren } from './build.ts'
import { childrenOf, isRecord, type UnknownRecord } from './guards.ts'
import type { SerializedInline, SerializedLink } from './nodes.ts'
import { sourceOf } from './sourceOf.ts'

const linkStyle = (source: string): 'angle' | 'bare' | undefined => {
  if (source.startsWith('<')) return 'angle'
  return source.startsWith('[') ? undefined : 'bare'
}

/** Converts a link. `marks` are the delimiters around it in `text`, outermost first. */
export const linkToLexical = (
  node: Link,
  { marks, text }: { marks: string[]; text: string },
  children: SerializedInline[],
): SerializedLink => {
  const style = linkStyle(sourceOf(node, text))
  const hints = { ...(marks.length > 0 && { marks }), ...(style && { style }) }
  return {
    ...withChildren(children),
    ...(Object.keys(hints).length > 0 && { $: hints }),
    fields: {
      linkType: 'custom',
      newTab: false,
      url: node.url,
      ...(typeof node.title === 'string' && { title: node.title }),
    },
    type: 'link',
    version: 3,
  }
}

const allBits = ~0

/** The format bits that all of a link's content shares. */
const commonBits = (node: UnknownRecord): number => {
  return childrenOf(node).reduce<number>(
    (bits, child) => (isRecord(child) && child.type === 'linebreak' ? bits : bits & bitsOf(child)),
    allBits,
  )
}

const styleOf = (
  node: UnknownRecord,
  url: string,
  children: PhrasingContent[],
): 'angle' | 'bare' | undefined => {
  const style = isRecord(node.$) ? node.$.style : undefined
  const text = children.every(({ type }) => type === 'text') ? toString(children) : ''
  if (style === 'angle') return text === url || `mailto:${text}` === url ? style : undefined
  const isBare = [text, `http://${text}`, `mailto:${text}`].includes(url)
  return style === 'bare' && isBare ? style : undefined
}

/**
 * Converts a link node. `hinted` are the marks around it in its source; `childrenWithin` returns its content without
 * them. A link without a URL or without content becomes its content alone.
 */
export const linkFromLexical = (
  node: UnknownRecord,
  hinted: Mark[],
  childrenWithin: (around: Mark[]) => PhrasingContent[],
): MarkedNode[] => {
  const around =
    hinted.length === 0 ? [] : marksOf(commonBits(node), hinted).filter((mark) => hinted.includes(mark))
  const children = childrenWithin(around)
  const fields = isRecord(node.fields) ? node.fields : node
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
