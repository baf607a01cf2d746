import type { Heading, Root, RootContent } from 'mdast'

import { flowFromLexical } from './flowFromLexical.ts'
import { childrenOf, isFields } from './guards.ts'
import { phrasingFromLexical } from './inlineFromLexical.ts'
import { listFromLexical } from './listFromLexical.ts'
import type { EditorContent } from './nodes.ts'
import { oneLine } from './oneLine.ts'
import { tableFromLexical } from './tableFromLexical.ts'

const depths: Record<string, Heading['depth']> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

/** The blocks of mdast for one block of Lexical: none for an empty paragraph, several where text and code alternate. */
export const blockFromLexical = (node: unknown): RootContent[] => {
  if (!isFields(node)) return []
  const children = childrenOf(node)
  switch (node.type) {
    case 'heading': {
      const depth = depths[String(node.tag)] ?? 1
      return [{ type: 'heading', depth, children: phrasingFromLexical(oneLine(children)) }]
    }
    case 'horizontalrule':
      return [{ type: 'thematicBreak' }]
    case 'list': {
      const list = listFromLexical(node)
      return list.children.length > 0 ? [list] : []
    }
    case 'quote':
      return [{ type: 'blockquote', children: flowFromLexical(children) }]
    case 'table': {
      const table = tableFromLexical(node)
      return table.children.length > 0 && (table.align ?? []).length > 0 ? [table] : []
    }
    default:
      return flowFromLexical(Array.isArray(node.children) ? children : [node])
  }
}

/** The mdast of a Lexical state. Takes nodes of any type; unknown ones give their text. */
export const fromLexical = (state: EditorContent): Root => ({
  type: 'root',
  children: state.root.children.flatMap(blockFromLexical),
})
