import type { Nodes, RootContent } from 'mdast'

import { canonical } from '../lexical/canonical.ts'
import { definitionsIn, readsAs } from '../lexical/lexicalToMarkdown.ts'
import { parseOrSource } from '../lexical/parseOrSource.ts'
import { assemble } from './assemble.ts'
import { locate, type Located } from './located.ts'
import { mergeBlock } from './mergeBlock.ts'
import { gapIn, printNew, sourceIn, type Place } from './printing.ts'

/** How cautiously a document is assembled. */
export type Caution = {
  /** Whether a changed block is reprinted as a whole if it would otherwise be parsed differently. */
  isSafe?: boolean
  /** Whether changes are surrounded by blank lines. */
  isWide?: boolean
  /** Range of blocks that are reprinted together. */
  anew?: { from: number; to: number }
}

const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'

const formsOf = (markdown: string): string[] =>
  locate(parseOrSource(markdown), markdown).map((located) => located.canonical)

/** The source of a changed block, preserving as much of its old source as it can without being parsed differently. */
const printSafely = (origin: Located, node: Nodes, place: Place, definitions: string): string => {
  const isRead = (markdown: string): boolean => {
    const forms = formsOf(`${markdown}\n\n${definitions}`)
    return forms[0] === canonical(node) && forms.length === 1 + formsOf(definitions).length
  }
  const merged = mergeBlock(origin, node, place)
  if (isRead(merged)) return merged
  const whole = printNew(node, place)
  return isRead(whole) ? whole : merged
}

/** The source of a document after an edit. Everything that was not changed keeps its characters. */
export const mergeDocument = (
  text: string,
  before: readonly Located[],
  after: RootContent[],
  { anew = { from: 0, to: 0 }, isSafe = false, isWide = false }: Caution,
): string => {
  const definitions = definitionsIn(after)
  const place: Place = { text, lineEnd: lineEndOf(text), prefix: '', reads: readsAs(definitions) }
  const [first, last] = [before[0], before.at(-1)]
  const isSingle = anew.to === anew.from + 1
  const together: Nodes[] =
    anew.to > anew.from + 1 ? [{ type: 'root', children: after.slice(anew.from, anew.to) }] : []
  const blocks = isSingle ? after : [...after.slice(0, anew.from), ...together, ...after.slice(anew.to)]
  const body = assemble(before, blocks, {
    text,
    isWide,
    gap: () => gapIn(place, true),
    print: ({ after: node, before: origin, isKept, position }) => {
      if (!origin || node.type === 'root' || (isSingle && position === anew.from))
        return printNew(node, place)
      if (isKept) return sourceIn(origin, place)
      return isSafe ? printSafely(origin, node, place, definitions) : mergeBlock(origin, node, place)
    },
  })
  const head = first ? text.slice(0, first.start) : text
  const tail = last ? text.slice(last.end) : ''
  if (body === '') return /\S/.test(head + tail) ? head + tail : ''
  return /\S/.test(head) && !first
    ? head.trimEnd() + gapIn(place, true) + body
    : (first ? head : '') + body + tail
}
