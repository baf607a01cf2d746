import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

import { plainSpaces } from '../../field/plainSpaces.ts'
import { withoutOwnHost } from '../image/withoutOwnHost.ts'
import { safeUrl } from '../link/safeUrl.ts'
import { cellInLines } from '../table/cellInLines.ts'
import { markFormulas } from '../formula/pastedFormulas.ts'
import { markStyled } from './styledText.ts'
import { tableHeader } from '../table/tableHeader.ts'
import { wordLists } from './wordLists.ts'

const unseen = new Set([
  'base',
  'button',
  'head',
  'iframe',
  'link',
  'meta',
  'noscript',
  'object',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'xml',
])

const isLost = (source: unknown): boolean => typeof source !== 'string' || !/^(?:https?:|\/)/i.test(source)

const withoutTracking = (href: string): string => {
  const target = /^https?:\/\/www\.google\.[a-z.]+\/url\?(.*)$/.exec(href)?.[1]
  return (target === undefined ? null : new URLSearchParams(target).get('q')) ?? href
}

// Google Docs and Word wrap the text of each list item in a paragraph, which would make every list loose.
const unwrapItem = (item: Element): void => {
  const paragraphs = item.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'p' ? [child] : [],
  )
  const [only] = paragraphs
  if (only === undefined || paragraphs.length > 1) return
  item.children = item.children.flatMap((child) => (child === only ? only.children : [child]))
}

const spacesInText = (tree: Root): void =>
  visit(tree, (node) => {
    if (node.type === 'element' && (node.tagName === 'pre' || node.tagName === 'code')) return SKIP
    if (node.type === 'text') node.value = plainSpaces(node.value)
    return undefined
  })

/** Removes from pasted HTML what an answer cannot hold. Returns the number of images that were lost. */
export const cleanHtml = (tree: Root): number => {
  let lostImages = 0
  markFormulas(tree)
  wordLists(tree)
  markStyled(tree)
  spacesInText(tree)
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    const siblings = parent.children
    if (node.type === 'comment' || node.type === 'doctype') {
      siblings.splice(index, 1)
      return [SKIP, index]
    }
    if (node.type !== 'element') return undefined
    if (unseen.has(node.tagName) || node.tagName.includes(':')) {
      siblings.splice(index, 1)
      return [SKIP, index]
    }
    if (node.tagName === 'img' && isLost(node.properties.src)) {
      lostImages += 1
      siblings.splice(index, 1)
      return [SKIP, index]
    }
    // The URLs of what is copied from the CMS include its host.
    if (node.tagName === 'img') node.properties.src = withoutOwnHost(String(node.properties.src))
    if (node.tagName === 'a') {
      const url = safeUrl(
        withoutTracking(typeof node.properties.href === 'string' ? node.properties.href : ''),
      )
      if (url === undefined || url.startsWith('#')) {
        siblings.splice(index, 1, ...node.children)
        return [SKIP, index]
      }
      node.properties = { href: url }
    }
    if (node.tagName === 'li') unwrapItem(node)
    if (node.tagName === 'table') tableHeader(node)
    return undefined
  })
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'td' && element.tagName !== 'th') return undefined
    cellInLines(element)
    return SKIP
  })
  return lostImages
}
