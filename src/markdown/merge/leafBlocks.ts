import type { Nodes, RootContent } from 'mdast'

import { parseOrSource } from '../lexical/parseOrSource.ts'

/** A block that holds no other, with the source before it: blank lines, and the markers of lists and quotes. */
export type LeafBlock = {
  kind: Nodes['type'] | 'end'
  /** Source from the end of the block before. */
  gap: string
  /** The parts of its source that can change on their own: sentences of a text, else lines. */
  parts: string[]
}

const containers = new Set<Nodes['type']>(['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition'])

const leavesOf = (node: Nodes): Nodes[] =>
  containers.has(node.type) && 'children' in node && node.children.length > 0
    ? node.children.flatMap(leavesOf)
    : [node]

const rangeOf = ({ position }: Nodes): [start: number, end: number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
]

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The sentences of a text block. One that ends within a formula, a link or other markup goes on behind it. */
const sentencesOf = (source: string, start: number, children: readonly RootContent[]): string[] => {
  const whole = children.filter(({ type }) => type !== 'text').map(rangeOf)
  const isWithin = (offset: number): boolean => whole.some(([from, to]) => from < offset && offset < to)
  const parts: string[] = []
  let from = 0
  for (const { index, segment } of sentences.segment(source)) {
    const to = index + segment.length
    if (to < source.length && isWithin(start + to)) continue
    parts.push(source.slice(from, to))
    from = to
  }
  return parts
}

const linesOf = (source: string): string[] => source.split(/(?<=\n)/)

/**
 * The blocks of a Markdown text that hold no other, in their order, and an end with what follows the last. Their gaps and
 * parts, joined, are the text.
 */
export const leafBlocks = (text: string): LeafBlock[] => {
  let end = 0
  const blocks = leavesOf(parseOrSource(text))
    .filter(({ type }) => type !== 'root')
    .map((node): LeafBlock => {
      const [start, to] = rangeOf(node)
      const gap = text.slice(end, start)
      end = to
      const source = text.slice(start, to)
      const isText = node.type === 'paragraph' || node.type === 'heading'
      return {
        kind: node.type,
        gap,
        parts: isText ? sentencesOf(source, start, node.children) : linesOf(source),
      }
    })
  return [...blocks, { kind: 'end', gap: text.slice(end), parts: [] }]
}
