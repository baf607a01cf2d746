import type { RootContent } from 'mdast'

import { definitionsIn } from '../lexical/lexicalToMarkdown.ts'
import { readsAs } from '../lexical/readsAs.ts'
import { assemble } from './assemble.ts'
import type { Located } from './located.ts'
import { mergeBlock } from './mergeBlock.ts'
import { gapIn, printNew, sourceIn, type Place } from './printing.ts'

/** How cautiously a document is put together. */
export type Caution = {
  /** Whether blocks that changed are printed anew as a whole. */
  isWhole: boolean
  /** Whether blank lines are put around them. */
  isWide: boolean
}

const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'

/** The source of a document after an editing. What was not changed keeps its characters. */
export const mergeDocument = (
  text: string,
  before: Located[],
  after: RootContent[],
  caution: Caution,
): string => {
  const place: Place = { text, lineEnd: lineEndOf(text), prefix: '', reads: readsAs(definitionsIn(after)) }
  const [first, last] = [before[0], before.at(-1)]
  const body = assemble(before, after, {
    text,
    isWide: caution.isWide,
    gap: () => gapIn(place, true),
    print: ({ after: node, before: origin, isKept }) => {
      if (!origin) return printNew(node, place)
      if (isKept) return sourceIn(origin, place)
      return caution.isWhole ? printNew(node, place) : mergeBlock(origin, node, place)
    },
  })
  const head = first ? text.slice(0, first.start) : text
  const tail = last ? text.slice(last.end) : ''
  if (body === '') return /\S/.test(head + tail) ? head + tail : ''
  return /\S/.test(head) && !first
    ? head.trimEnd() + gapIn(place, true) + body
    : (first ? head : '') + body + tail
}
