import type { EditorContent } from '../../../src/markdown/lexical/nodes.ts'

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isMergeable = (left: unknown, right: unknown): boolean =>
  isNode(left) &&
  isNode(right) &&
  left.type === 'text' &&
  right.type === 'text' &&
  left.format === right.format &&
  JSON.stringify(left.$ ?? {}) === JSON.stringify(right.$ ?? {})

const normalized = (node: unknown): unknown => {
  if (!isNode(node)) return node
  const own = { ...node, ...('children' in node && { direction: 'ltr', id: 'x', textFormat: 0 }) }
  if (!Array.isArray(node.children)) return own
  const children: unknown[] = []
  for (const child of node.children) {
    const last = children.at(-1)
    if (isMergeable(last, child) && isNode(last))
      children.splice(-1, 1, { ...last, text: `${String(last.text)}${String(child.text)}` })
    else if (!isNode(child) || child.text !== '') children.push(normalized(child))
  }
  return { ...own, children }
}

/** A state as an editor returns it: with fields of its own, equal neighbours merged, an empty paragraph at the end. */
export const asEdited = (state: EditorContent): EditorContent => ({
  root: {
    children: [
      ...state.root.children.map(normalized),
      { type: 'paragraph', version: 1, children: [], direction: null, format: '', indent: 0 },
    ],
  },
})
