import type { List, ListItem, Nodes } from 'mdast'

import { columnOf } from '../lexical/sourceOf.ts'
import { assemble } from './assemble.ts'
import { otherSign } from './distinctMarkers.ts'
import { isTask, type Located } from './located.ts'
import { gapIn, printItem, printNew, sourceIn, type Place } from './printing.ts'

type Marker = {
  /** A bullet, or the number with its delimiter. */
  sign: string
  /** The number; undefined for a bullet. */
  number: number | undefined
  /** Columns from the start of the marker to the content. */
  width: number
}

/** The marker of a list item in a text. */
const markerOf = ({ start, end }: Located, text: string): Marker => {
  const [, sign = '-', spaces = ''] =
    /^([-+*]|\d+[.)])([ \t]*)/.exec(text.slice(start, Math.min(end, start + 24))) ?? []
  const isUsual = /^ {1,4}$/.test(spaces)
  const number = /^\d/.test(sign) ? Number.parseInt(sign, 10) : undefined
  return { sign, number, width: sign.length + (isUsual ? spaces.length : 1) }
}

/** Whether the numbers of a list are consecutive, so that an added item shifts those after it. */
const countsUp = (markers: Marker[]): boolean =>
  markers.every(({ number }, at) => number === (markers[0]?.number ?? 0) + at)

/** The source of an item with another number. If the number gets wider, the following lines are indented accordingly. */
const renumbered = (source: string, number: number): string => {
  const old = /^\d+/.exec(source)?.[0]
  if (old === undefined || Number(old) === number) return source
  const rest = source.slice(old.length)
  const wider = String(number).length - old.length
  return `${number}${wider > 0 ? rest.replaceAll(/(?<=[\r\n])(?=[ \t]+\S)/g, ' '.repeat(wider)) : rest}`
}

type MergeBlock = (before: Located, after: Nodes, place: Place) => string

/** The source of an item with another bullet or number delimiter. */
const withSign = (source: string, sign: string): string =>
  source.replace(/^(\d*)[-+*.)]/, (_, number: string) => number + sign)

const newItem = (item: ListItem, { sign, width }: Marker, place: Place): string => {
  const content = printItem(item, width, place)
  return content === '' ? sign : sign + ' '.repeat(width - sign.length) + content
}

/** The part of an item before its content, with its box checked or unchecked. */
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
 * The source of a list after an edit: unchanged items keep their lines, new ones adopt the marker and indentation of
 * the list, and numbers are changed only if the list was numbered consecutively.
 */
export const mergeList = (before: Located, after: List, outer: Place, mergeBlock: MergeBlock): string => {
  const { text } = outer
  const markers = before.children.map((item) => markerOf(item, text))
  const place = { ...outer, prefix: ' '.repeat(columnOf(text, before.start)) }
  const start = after.ordered === true ? (after.start ?? 1) : undefined
  const isCounting = start !== undefined && countsUp(markers)
  const [first, second] = before.children
  const sign = otherSign(before, after, text)
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
      const printed = merged ?? newItem(item, marker, place)
      const source = sign === undefined ? printed : withSign(printed, sign)
      return isCounting ? renumbered(source, start + position) : source
    },
  })
}
