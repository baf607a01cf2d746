import type { Delete, Emphasis, Strong } from 'mdast'
import { defaultHandlers, type AttentionInfo, type Handle } from 'mdast-util-to-markdown'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    strikethrough: 'strikethrough'
  }
}

type Marked = Delete | Emphasis | Strong

const kinds = {
  delete: { construct: 'strikethrough', markers: ['~'] },
  emphasis: { construct: 'emphasis', markers: ['*', '_'] },
  strong: { construct: 'strong', markers: ['*', '_'] },
} as const

const sizesOf = (node: Marked): number[] => {
  if (node.type === 'emphasis') return [1]
  if (node.type === 'strong') return [2]
  return node.data?.marker === '~' ? [1, 2] : [2, 1]
}

const attention = (node: Marked): AttentionInfo => {
  const { construct, markers } = kinds[node.type]
  return {
    construct,
    markers: node.data?.marker === '_' ? markers.toReversed() : [...markers],
    sizes: sizesOf(node),
  }
}

const handle: Handle = (node: Marked, parent, state, info) =>
  state.containerPhrasing({ type: 'paragraph', children: [node] }, info)

/** Prints emphasis, strong and strikethrough with the markers of their source if those work. */
export const attentionHandlers = {
  delete: Object.assign(handle.bind(undefined), { attention, peek: () => '~' }),
  emphasis: Object.assign(handle.bind(undefined), { attention, peek: defaultHandlers.emphasis.peek }),
  strong: Object.assign(handle.bind(undefined), { attention, peek: defaultHandlers.strong.peek }),
}
