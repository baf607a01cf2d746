import type { Nodes, PhrasingContent, RootContent } from 'mdast'

/** What a reader sees of a span of text: its kind, its value, and the marks around it sorted by name. */
type Token = [kind: string, value: string, marks: string, ...rest: unknown[]]

const tokenOf = (node: PhrasingContent, marks: string): Token => {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
    case 'source':
      return [node.type, node.value, marks]
    case 'inlineMath':
      return [node.data?.delimiter ?? '$', node.value.replaceAll(/\s+/g, ' ').trim(), marks]
    case 'image':
      return [node.type, node.url, marks, node.alt ?? '', node.title ?? '']
    case 'link':
      return [node.type, node.url, '', node.title ?? '', canonicalPhrasing(node.children, marks)]
    default:
      return [node.type, '', '']
  }
}

const isMarked = (
  node: PhrasingContent,
): node is Extract<PhrasingContent, { type: 'delete' | 'emphasis' | 'strong' }> =>
  node.type === 'delete' || node.type === 'emphasis' || node.type === 'strong'

/** To readers, every URL in a text is a link, whether or not the editor has made one of it. */
const isBare = (node: PhrasingContent): node is Extract<PhrasingContent, { type: 'link' }> =>
  node.type === 'link' && node.data?.style === 'bare'

const withMark = (marks: string, mark: string): string =>
  [...new Set([...marks.split(' '), mark])].sort().join(' ').trim()

/**
 * The text of a block as a reader sees it, however it is written: marks are a set, and adjacent spans with the same
 * marks are merged.
 */
const canonicalPhrasing = (nodes: PhrasingContent[], marks = ''): Token[] => {
  const tokens: Token[] = []
  for (const node of nodes) {
    const inner = isMarked(node)
      ? canonicalPhrasing(node.children, withMark(marks, node.type))
      : isBare(node)
        ? canonicalPhrasing(node.children, marks)
        : [tokenOf(node, marks)]
    for (const token of inner) {
      const last = tokens.at(-1)
      if (last && token[0] === 'text' && last[0] === 'text' && last[2] === token[2])
        tokens.splice(-1, 1, ['text', last[1] + token[1], token[2]])
      else tokens.push(token)
    }
  }
  return tokens
}

const formOf = (node: Nodes): unknown => {
  switch (node.type) {
    case 'paragraph':
    case 'tableCell':
      return [node.type, canonicalPhrasing(node.children)]
    case 'heading':
      return [node.type, node.depth, canonicalPhrasing(node.children)]
    case 'list':
      return [node.type, node.ordered === true ? (node.start ?? 1) : '', node.spread, formsOf(node.children)]
    case 'listItem':
      return [node.type, node.checked ?? '', formsOf(node.children)]
    case 'table':
      return [node.type, node.align, formsOf(node.children)]
    case 'tableRow':
    case 'blockquote':
      return [node.type, formsOf(node.children)]
    case 'code':
      return [node.type, node.lang ?? '', node.meta ?? '', node.value]
    case 'math':
      return [node.type, node.value.trim()]
    case 'html':
      return [node.type, node.value]
    default:
      return [node.type]
  }
}

const formsOf = (nodes: Nodes[]): unknown[] => nodes.map(formOf)

/**
 * The content of a block as a string, which is equal for two blocks exactly if they look the same in the editor. For
 * the trees of `documentFromLexical`, which have no positions, references or empty nodes.
 */
export const canonical = (node: Nodes): string => JSON.stringify(formOf(node))

/** The canonical strings of several blocks. */
export const canonicals = (nodes: RootContent[]): string[] => nodes.map(canonical)
