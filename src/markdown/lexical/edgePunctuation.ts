import type { MarkedNode, Mark, MarkKind } from './markedNodes.ts'

// As CommonMark defines it and micromark implements it: by UTF-16 units.
const sign = String.raw`(?![\u{10000}-\u{10FFFF}])[\p{P}\p{S}]`
const leading = new RegExp(`^(?:${sign})(?:\\s|${sign})*`, 'u')
const trailing = new RegExp(`(?:\\s|${sign})*(?:${sign})$`, 'u')

const textIn = ({ node }: MarkedNode): string => (node.type === 'text' ? node.value : '')

/** Whether the printed form of a node begins (or ends) with a character that is neither white space nor punctuation. */
const isWordAt = (item: MarkedNode | undefined, edge: 'first' | 'last'): boolean => {
  if (!item || item.isSpace) return false
  if (item.node.type === 'link') return item.node.data?.style === 'bare'
  const character = textIn(item).at(edge === 'first' ? 0 : -1)
  return character !== undefined && !/[\s\p{P}\p{S}]/u.test(character)
}

const kindsNotIn = (item: MarkedNode, other: MarkedNode): MarkKind[] =>
  item.marks.map(({ kind }) => kind).filter((kind) => !other.marks.some((mark) => mark.kind === kind))

const part = (item: MarkedNode, value: string, marks: Mark[]): MarkedNode[] =>
  value === '' ? [] : [{ ...item, node: { type: 'text', value }, marks }]

/** Splits a node so that punctuation at an edge is outside the marks that begin or end there. */
const split = (item: MarkedNode, neighbour: MarkedNode | undefined, edge: 'first' | 'last'): MarkedNode[] => {
  if (!neighbour || item.node.type !== 'text' || !isWordAt(neighbour, edge === 'first' ? 'last' : 'first'))
    return [item]
  const kinds = kindsNotIn(item, neighbour)
  // If the neighbour has a mark of its own, its delimiter is punctuation.
  if (kinds.length === 0 || kindsNotIn(neighbour, item).length > 0) return [item]
  const { value } = item.node
  const outer = (edge === 'first' ? leading : trailing).exec(value)?.[0] ?? ''
  if (outer === '') return [item]
  const marks = item.marks.filter(({ kind }) => !kinds.includes(kind))
  return edge === 'first'
    ? [...part(item, outer, marks), ...part(item, value.slice(outer.length), item.marks)]
    : [...part(item, value.slice(0, -outer.length), item.marks), ...part(item, outer, marks)]
}

/**
 * Moves punctuation at the edges of bold and similar marks out of them if a word follows (or precedes) without a space:
 * `**Note:**this` is not bold in Markdown, but `**Note**:this` is.
 */
export const withoutEdgePunctuation = (items: MarkedNode[]): MarkedNode[] => {
  const opened = items.flatMap((item, index) => split(item, items[index - 1], 'first'))
  return opened.flatMap((item, index) => split(item, opened[index + 1], 'last'))
}
