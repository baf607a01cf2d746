import type { Heading, Paragraph, Parents, TableCell } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { visit } from 'unist-util-visit'
import { defaultHandlers, type Handle, type Info, type State, type Unsafe } from 'mdast-util-to-markdown'

export type TextBlock = Heading | Paragraph | TableCell

/** Whether a text block that was printed as `printed` is parsed as intended. */
export type Reads = (printed: string, node: TextBlock, parent: Parents | undefined) => boolean

/** Beyond this length a text keeps all of its escapes, since each attempt to remove one costs a parse. */
const maxLength = 5000

/** A handler of the GFM extensions, whose paragraph handles check boxes. */
const gfmHandler = (type: 'paragraph' | 'tableCell'): Handle =>
  gfmToMarkdown().extensions?.find(({ handlers }) => handlers?.[type])?.handlers?.[type] ??
  defaultHandlers.paragraph

/** A text block whose links are all written as `[text](url)`. */
const withoutStyles = <Block extends TextBlock>(node: Block): Block => {
  const copy = structuredClone(node)
  visit(copy, 'link', (link) => {
    delete link.data
  })
  return copy
}

const hasStyles = (node: TextBlock): boolean =>
  node.children.some(({ data }) => data !== undefined && 'style' in data)

const handlers: Record<TextBlock['type'], Handle> = {
  heading: defaultHandlers.heading,
  paragraph: gfmHandler('paragraph'),
  tableCell: gfmHandler('tableCell'),
}

/** Whether escaped brackets may have formed a formula. */
const hasFormula = (printed: string): boolean => /\\\([^]*\\\)|\\\[[^]*\\\]/.test(printed)

const isStructural = ({ inConstruct, character }: Unsafe): boolean =>
  /[\s|]/.test(character) ||
  (inConstruct !== null &&
    inConstruct !== undefined &&
    ![inConstruct].flat().some((construct) => construct === 'phrasing' || construct === 'label'))

const print = (node: TextBlock, parent: Parents | undefined, state: State, info: Info): string =>
  handlers[node.type](node, parent, state, info)

/** Escaped with a backslash, these would delimit formulas, so they become character references. */
const brackets = ['(', ')', '[', ']']

const printReferences = (node: TextBlock, parent: Parents | undefined, state: State, info: Info): string => {
  const { safe } = state
  state.safe = (input, config) =>
    safe.call(state, input, { ...config, encode: [...(config.encode ?? []), ...brackets] })
  const printed = print(node, parent, state, info)
  state.safe = safe
  return printed
}

/**
 * Handlers that print text with only the escapes that it needs: none if it is parsed the same without, otherwise those
 * characters, throughout the block, that make a difference.
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
    const isSure = plain === safe && !hasStyles(node)
    if (isSure || reads(plain, node, parent)) return plain
    if (safe.length > maxLength)
      return reads(safe, node, parent) ? safe : printReferences(node, parent, state, info)
    const needed = new Set(unsafe.map(({ character }) => character))
    for (const [, character = ''] of safe.matchAll(/\\([!-/:-@[-`{-~])/g)) {
      if (!needed.delete(character)) continue
      if (!reads(printed(needed), node, parent)) needed.add(character)
    }
    if (needed.size > 0 && reads(printed(needed), node, parent)) return printed(needed)
    // A bare URL extends into some characters that may follow it.
    const copy = withoutStyles(node)
    // A list item recognizes the paragraph with its check box by identity.
    const isFirst = parent?.type === 'listItem' && copy.type === 'paragraph' && parent.children[0] === node
    const holder = isFirst ? { ...parent, children: [copy, ...parent.children.slice(1)] } : parent
    const written = print(copy, holder, state, info)
    if (reads(written, node, parent)) return written
    const referred = printReferences(copy, holder, state, info)
    return reads(referred, node, parent) || hasFormula(written) ? referred : written
  }
  return { heading: handle, paragraph: handle, tableCell: handle }
}
