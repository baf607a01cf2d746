import type { Blockquote, Heading, Nodes, Paragraph } from 'mdast'

import { assemble } from './assemble.ts'
import { isMergedList, otherSign } from './distinctMarkers.ts'
import type { Located } from './located.ts'
import { mergeList } from './mergeList.ts'
import { mergeTable } from './mergeTable.ts'
import { mergeText } from './mergeText.ts'
import { gapIn, printNew, sourceIn, type Place } from './printing.ts'
import { canonical } from '../lexical/canonical.ts'

const mergeQuote = (before: Located, after: Blockquote, outer: Place): string | undefined => {
  const [first, last] = [before.children[0], before.children.at(-1)]
  if (!first || !last || after.children.length === 0) return undefined
  const { text } = outer
  const head = text.slice(before.start, first.start)
  const place = { ...outer, prefix: `${outer.prefix}${/[\r\n]/.test(head) ? '> ' : head}` }
  const body = assemble(before.children, after.children, {
    text,
    gap: () => gapIn(place, true),
    print: (change) =>
      change.before ? mergeBlock(change.before, change.after, place) : printNew(change.after, place),
  })
  return head + body + text.slice(last.end, before.end)
}

const isText = (node: Nodes): node is Heading | Paragraph =>
  node.type === 'heading' || node.type === 'paragraph'

/**
 * The source of a block after an edit. In lists, tables and quotes, the unchanged parts keep their source, and in texts
 * the unchanged words; other blocks are kept or reprinted as a whole.
 */
export const mergeBlock = (before: Located, after: Nodes, place: Place): string => {
  const isSame = before.canonical === canonical(after) && otherSign(before, after, place.text) === undefined
  if (isSame) return sourceIn(before, place)
  const { node } = before
  const merged =
    after.type === 'list' && isMergedList(before, after)
      ? mergeList(before, after, place, mergeBlock)
      : after.type === 'table'
        ? mergeTable(before, after, place)
        : node.type === 'blockquote' && after.type === 'blockquote'
          ? mergeQuote(before, after, place)
          : isText(after) && node.type === after.type
            ? mergeText(before, after, place)
            : undefined
  return merged ?? printNew(after, place)
}
