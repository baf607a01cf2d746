import { visit } from 'unist-util-visit'

import { isParsable } from './parsingCost.ts'
import { parseMarkdown } from './syntax/parseMarkdown.ts'

type Edit = { start: number; end: number; text: string }

const inHtml = /\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

const inTags = (source: string, start: number, replace: Replace): Edit[] =>
  [...source.matchAll(inHtml)].flatMap((found) => {
    const address = found[1] ?? found[2] ?? ''
    const text = replace(address)
    const at = start + found.index + found[0].length - 1 - address.length
    return text === undefined ? [] : [{ start: at, end: at + address.length, text }]
  })

// The words of a link or its title may repeat its address.
const positionIn = (source: string, address: string): number => {
  for (const before of ['](', '](<', ']: ', ']: <']) {
    const at = source.lastIndexOf(before + address)
    if (at >= 0) return at + before.length
  }
  return source.lastIndexOf(address)
}

/** Returns the address that takes the place of another; undefined to keep it. */
export type Replace = (address: string) => string | undefined

/**
 * Replaces addresses of links and images in a Markdown text, in its HTML as well; all other characters are kept. A text
 * that is too large or too deeply nested to parse is returned unchanged, and so is an address that is written with
 * escapes.
 */
export const replaceAddresses = (markdown: string, replace: Replace): string => {
  const edits: Edit[] = []
  if (!isParsable(markdown)) return markdown
  try {
    visit(parseMarkdown(markdown), (node) => {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start === undefined || end === undefined) return
      const source = markdown.slice(start, end)
      if (node.type === 'html') edits.push(...inTags(source, start, replace))
      else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
        const at = positionIn(source, node.url)
        const text = node.url === '' || at < 0 ? undefined : replace(node.url)
        if (text !== undefined) edits.push({ start: start + at, end: start + at + node.url.length, text })
      }
    })
  } catch (error) {
    if (error instanceof RangeError) return markdown
    throw error
  }
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), markdown)
}

/** The images of a Markdown text with their alternative texts, in order, including duplicates and references. */
export const imagesIn = (markdown: string): { address: string; alt: string }[] => {
  const found: { address: string; alt: string }[] = []
  if (!isParsable(markdown)) return found
  try {
    const tree = parseMarkdown(markdown)
    const definitions = new Map<string, string>()
    visit(tree, 'definition', ({ identifier, url }) => void definitions.set(identifier, url))
    visit(tree, (node) => {
      if (node.type === 'image') found.push({ address: node.url, alt: node.alt ?? '' })
      if (node.type === 'imageReference')
        found.push({ address: definitions.get(node.identifier) ?? '', alt: node.alt ?? '' })
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return found
}
