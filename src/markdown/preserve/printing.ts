import type { ListItem, Nodes, RootContent } from 'mdast'

import { printMarkdown } from '../syntax/printMarkdown.ts'
import type { Reads } from '../syntax/fewEscapes.ts'
import type { Located } from './located.ts'

/** Where in which text something is printed. */
export type Place = {
  text: string
  /** How the text ends its lines. */
  lineEnd: string
  /** What every line of the block begins with, after the first. */
  prefix: string
  reads: Reads
}

/** The source of a node that did not change. */
export const sourceIn = ({ start, end }: Located, { text }: Place): string => text.slice(start, end)

/** Sets a printed text into its place: its lines end and begin as those around it. */
export const setInto = (printed: string, { lineEnd, prefix }: Place): string =>
  printed.replaceAll(
    /\n([^\n]?)/g,
    (_, next: string) => lineEnd + (next === '' ? prefix.trimEnd() : prefix) + next,
  )

/** A new block in its place. */
export const printNew = (node: Nodes, place: Place): string =>
  setInto(printMarkdown(node, place.reads), place)

/** A list item without its marker, its further lines set in by `width` columns. */
export const printItem = (item: ListItem, width: number, place: Place): string => {
  const list: RootContent = { type: 'list', ordered: false, spread: item.spread ?? false, children: [item] }
  const printed = printMarkdown(list, place.reads).slice(2).replaceAll('\n  ', '\n')
  return setInto(printed, { ...place, prefix: place.prefix + ' '.repeat(width) })
}

/** What goes between two blocks: a line end or a blank line too. */
export const gapIn = ({ lineEnd, prefix }: Place, isSpread: boolean): string =>
  isSpread ? lineEnd + prefix.trimEnd() + lineEnd + prefix : lineEnd + prefix
