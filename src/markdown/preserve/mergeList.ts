import type { List, ListItem, Nodes } from 'mdast'

import { columnOf } from '../lexical/sourceOf.ts'
import { assemble } from './assemble.ts'
import { countsUp, markerOf, renumbered, type Marker } from './listMarkers.ts'
import type { Located } from './located.ts'
import { gapIn, printItem, printNew, sourceIn, type Place } from './printing.ts'

type MergeBlock = (before: Located, after: Nodes, place: Place) => string

const isTask = ({ checked }: ListItem): boolean => typeof checked === 'boolean'

const newItem = (item: ListItem, { sign, width }: Marker, place: Place): string => {
  const content = printItem(item, width, place)
  return content === '' ? sign : sign + ' '.repeat(width - sign.length) + content
}

/** The part of an item before its content, with its box ticked or not. */
const headOf = (before: Located, after: ListItem, { text }: Place): string => {
  const head = text.slice(before.start, before.children[0]?.start)
  return isTask(after) ? head.replace(/\[[ xX\t]\]/, after.checked === true ? '[x]' : '[ ]') : head
}

const mergeItem = (before: Located, after: ListItem, outer: Place, mergeBlock: MergeBlock): string => {
  const { text } = outer
  const marker = markerOf(before, text)
  const last = before.children.at(-1)
  const isSameKind = before.node.type === 'listItem' && isTask(before.node) === isTask(after)
  if (!last || !isSameKind || after.children.length === 0) return newItem(after, marker, outer)
  const place = { ...outer, prefix: ' '.repeat(columnOf(text, before.start) + marker.width) }
  const body = assemble(before.children, after.children, {
    text,
    gap: (left, right) =>
      gapIn(place, after.spread === true || (left.type === 'paragraph' && right.type === 'paragraph')),
    print: (change) =>
      change.before ? mergeBlock(change.before, change.after, place) : printNew(change.after, place),
  })
  return headOf(before, after, outer) + body + text.slice(last.end, before.end)
}

/**
 * The source of a list after an editing: items that did not change keep their lines, new ones take the marker and the
 * indentation of the list, and numbers are changed only where the list counted.
 */
export const mergeList = (before: Located, after: List, outer: Place, mergeBlock: MergeBlock): string => {
  const { text } = outer
  const markers = before.children.map((item) => markerOf(item, text))
  const place = { ...outer, prefix: ' '.repeat(columnOf(text, before.start)) }
  const start = after.ordered === true ? (after.start ?? 1) : undefined
  const isCounting = start !== undefined && countsUp(markers)
  const [first, second] = before.children
  const ownGap = first && second ? text.slice(first.end, second.start) : undefined
  return assemble(before.children, after.children, {
    text,
    gap: () => (ownGap !== undefined && /^\s+$/.test(ownGap) ? ownGap : gapIn(place, after.spread === true)),
    print: ({ after: item, before: origin, isKept, position }) => {
      if (item.type !== 'listItem') return ''
      const marker = markers[Math.min(position, markers.length - 1)] ?? {
        sign: '-',
        number: undefined,
        width: 2,
      }
      const merged = origin && (isKept ? sourceIn(origin, place) : mergeItem(origin, item, place, mergeBlock))
      const source = merged ?? newItem(item, marker, place)
      return isCounting ? renumbered(source, start + position) : source
    },
  })
}
