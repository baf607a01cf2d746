import type { Heading, Paragraph, Parents, TableCell } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { defaultHandlers, type Handle, type Info, type State, type Unsafe } from 'mdast-util-to-markdown'

export type TextBlock = Heading | Paragraph | TableCell

/** Whether a text block that was printed as `printed` reads as it should. */
export type Reads = (printed: string, node: TextBlock, parent: Parents | undefined) => boolean

/** Escapes that a longer text keeps all of, since each that is tried costs a parse. */
const longest = 5000

const { tableCell } = gfmToMarkdown().extensions?.find(({ handlers }) => handlers?.tableCell)?.handlers ?? {}

const isStructural = ({ inConstruct, character }: Unsafe): boolean =>
  /[\s|]/.test(character) ||
  (inConstruct !== null && inConstruct !== undefined && ![inConstruct].flat().includes('phrasing'))

const print = (node: TextBlock, parent: Parents | undefined, state: State, info: Info): string => {
  if (node.type === 'tableCell' && tableCell) return tableCell(node, parent, state, info)
  if (node.type === 'heading') return defaultHandlers.heading(node, parent, state, info)
  return node.type === 'paragraph' ? defaultHandlers.paragraph(node, parent, state, info) : ''
}

/**
 * Handlers that print text with only those escapes that it needs: none if it reads the same without, else those
 * characters escaped, all over the block, that make a difference.
 */
export const fewEscapes = (reads: Reads) => {
  const handle: Handle = (node: TextBlock, parent, state, info) => {
    const { unsafe } = state
    const printed = (escaped: ReadonlySet<string>): string => {
      state.unsafe = unsafe.filter((pattern) => escaped.has(pattern.character) || isStructural(pattern))
      const text = print(node, parent, state, info)
      state.unsafe = unsafe
      return text
    }
    const safe = print(node, parent, state, info)
    const plain = printed(new Set())
    if (plain === safe || reads(plain, node, parent)) return plain
    if (safe.length > longest) return safe
    const needed = new Set(unsafe.map(({ character }) => character))
    for (const [, character = ''] of safe.matchAll(/\\([!-/:-@[-`{-~])/g)) {
      if (!needed.delete(character)) continue
      if (!reads(printed(needed), node, parent)) needed.add(character)
    }
    return printed(needed)
  }
  return { heading: handle, paragraph: handle, tableCell: handle }
}
