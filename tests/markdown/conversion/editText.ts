import type { SerializedAnswer, SerializedText } from '../../../src/markdown/lexical/nodes.ts'

const isText = (node: object): node is SerializedText => 'text' in node

const textsIn = (node: object): SerializedText[] => {
  if (isText(node)) return [node]
  return 'children' in node && Array.isArray(node.children) ? node.children.flatMap(textsIn) : []
}

/** A copy of a state in which one text has been changed: the `at`-th, counted round. */
export const editText = (
  state: SerializedAnswer,
  at: number,
  edit: (text: string) => string,
): SerializedAnswer => {
  const copy = structuredClone(state)
  const texts = textsIn(copy.root).filter(({ format, text }) => format < 16 && text.trim() !== '')
  const node = texts[at % Math.max(1, texts.length)]
  if (node) node.text = edit(node.text)
  return copy
}
