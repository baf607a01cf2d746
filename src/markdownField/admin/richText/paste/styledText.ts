import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

const styleOf = ({ properties: { style } }: Element): string =>
  typeof style === 'string' ? style.toLowerCase() : ''

const isBold = (style: string): boolean => /font-weight:\s*(?:bold|[6-9]00)/.test(style)
const isItalic = (style: string): boolean => /font-style:\s*(?:italic|oblique)/.test(style)
const isStruck = (style: string): boolean => /text-decoration[^;]*:\s*[^;]*line-through/.test(style)
const isPlain = (style: string): boolean => /font-weight:\s*(?:normal|400)/.test(style)

const wrap = (element: Element, tagName: string): void => {
  element.children = [{ type: 'element', tagName, properties: {}, children: element.children }]
}

/**
 * Converts styles of spans to elements: bold, italic and struck text. A bold element whose style resets its weight,
 * such as the one that Google Docs puts around everything, is replaced by its children.
 */
export const markStyled = (tree: Root): void => {
  visit(tree, 'element', (element, index, parent) => {
    const style = styleOf(element)
    const isBoldElement = element.tagName === 'b' || element.tagName === 'strong'
    if (isBoldElement && isPlain(style) && parent && index !== undefined) {
      parent.children.splice(index, 1, ...element.children)
      return [SKIP, index]
    }
    if (element.tagName !== 'span') return undefined
    delete element.properties.style
    if (isStruck(style)) wrap(element, 'del')
    if (isItalic(style)) wrap(element, 'em')
    if (isBold(style)) wrap(element, 'strong')
    return undefined
  })
}
