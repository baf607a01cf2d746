import type { PhrasingContent } from 'mdast'

import type { MarkedNode, Mark } from './markedNodes.ts'

const isSame = (a: Mark, b: Mark): boolean => a.kind === b.kind && a.marker === b.marker

const hasMark = (item: MarkedNode, mark: Mark): boolean =>
  item.isHinted
    ? item.marks.some((other) => isSame(other, mark))
    : item.marks.some(({ kind }) => kind === mark.kind)

const runLength = (items: MarkedNode[], from: number, mark: Mark): number => {
  let end = from
  for (let at = from; at < items.length; at += 1) {
    const item = items[at]
    if (!item || !hasMark(item, mark)) break
    if (!item.isSpace) end = at + 1
  }
  return end - from
}

/** The mark to open at a node: the one that its source opened first, or else the one that continues longest. */
const outermost = (items: MarkedNode[], from: number): { mark: Mark; length: number } | undefined => {
  const item = items[from]
  if (!item) return undefined
  const candidates = (item.isHinted ? item.marks.slice(0, 1) : item.marks).map((mark) => ({
    mark,
    length: runLength(items, from, mark),
  }))
  return candidates.reduce<(typeof candidates)[0] | undefined>(
    (best, next) => (best && best.length >= next.length ? best : next),
    undefined,
  )
}

const without = (item: MarkedNode, mark: Mark): MarkedNode => {
  const index = item.marks.findIndex(({ kind }) => kind === mark.kind)
  return index < 0 ? item : { ...item, marks: item.marks.toSpliced(index, 1) }
}

const wrap = ({ kind, marker }: Mark, children: PhrasingContent[]): PhrasingContent => {
  if (kind === 'delete') return { type: kind, children, data: { marker: marker === '~' ? '~' : '~~' } }
  return { type: kind, children, data: { marker: marker.startsWith('_') ? '_' : '*' } }
}

const append = (nodes: PhrasingContent[], node: PhrasingContent): void => {
  const last = nodes.at(-1)
  if (last?.type === 'text' && node.type === 'text')
    nodes.splice(-1, 1, { type: 'text', value: last.value + node.value })
  else nodes.push(node)
}

/** Nests inline nodes in emphasis, strong and strikethrough, with as few marks as possible. */
export const group = (items: MarkedNode[]): PhrasingContent[] => {
  const nodes: PhrasingContent[] = []
  let at = 0
  while (at < items.length) {
    const item = items[at]
    const open = item?.isSpace === true ? undefined : outermost(items, at)
    if (open) {
      const inner = items.slice(at, at + open.length).map((each) => without(each, open.mark))
      nodes.push(wrap(open.mark, group(inner)))
      at += open.length
    } else {
      if (item) append(nodes, item.node)
      at += 1
    }
  }
  return nodes
}
