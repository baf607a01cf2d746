import type { ListItem, Nodes, RootContent } from 'mdast'

import { printMarkdown } from '../syntax/printMarkdown.ts'
import type { Reads } from '../syntax/fewEscapes.ts'
import type { Located } from './located.ts'

/** The text and position at which something is printed. */
export type Place = {
  text: string
  /** The line ending of the text. */
  lineEnd: string
  /** The prefix of every line of the block after the first. */
  prefix: string
  reads: Reads
}

/** The source of an unchanged node. */
export const sourceIn = ({ start, end }: Located, { text }: Place): string => text.slice(start, end)

/** Adapts a printed text to its place: its line endings and prefixes match the lines around it. */
export const setInto = (printed: string, { lineEnd, prefix }: Place): string =>
  printed.replaceAll(
    /\n([^\n]?)/g,
    (_, next: string) => lineEnd + (next === '' ? prefix.trimEnd() : prefix) + next,
  )

/** A new block at its place. */
export const printNew = (node: Nodes, place: Place): string =>
  setInto(printMarkdown(node, place.reads), place)

/** A list item without its marker, its further lines indented by `width` columns. */
export const printItem = (item: ListItem, width: number, place: Place): string => {
  const list: RootContent = { type: 'list', ordered: false, spread: item.spread ?? false, children: [item] }
  const printed = printMarkdown(list, place.reads).slice(2).replaceAll('\n  ', '\n')
  return setInto(printed, { ...place, prefix: place.prefix + ' '.repeat(width) })
}

/** The separator of two blocks: a line ending, or a blank line. */
export const gapIn = ({ lineEnd, prefix }: Place, isSpread: boolean): string =>
  isSpread ? lineEnd + prefix.trimEnd() + lineEnd + prefix : lineEnd + prefix
