import type { Element, ElementContent, Root, RootContent } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

type Item = { level: number; isOrdered: boolean; content: ElementContent[] }

const styleOf = (node: RootContent): string =>
  node.type === 'element' && typeof node.properties.style === 'string' ? node.properties.style : ''

const levelOf = (node: RootContent): number | undefined => {
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(styleOf(node))?.[1]
  return level === undefined ? undefined : Number(level)
}

const textOf = (node: RootContent): string => {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}

// Word writes the bullet or number as text.
const isMark = (node: RootContent): boolean => /mso-list:\s*ignore/i.test(styleOf(node))

const itemOf = (paragraph: Element, level: number): Item => {
  let mark = ''
  visit(paragraph, 'element', (element, index, parent) => {
    if (!isMark(element) || !parent || index === undefined) return undefined
    mark = textOf(element)
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return { level, isOrdered: /^\s*(?:\d+|[a-z]|[ivx]+)[.)]/i.test(mark), content: paragraph.children }
}

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})

const nested = (items: Item[]): Element => {
  const [first] = items
  const level = first?.level ?? 1
  const list = element(first?.isOrdered ? 'ol' : 'ul', [])
  let deeper: Item[] = []
  const close = (): void => {
    const last = list.children.at(-1)
    if (deeper.length > 0 && last?.type === 'element') last.children.push(nested(deeper))
    deeper = []
  }
  for (const item of items) {
    if (item.level > level) deeper.push(item)
    else {
      close()
      list.children.push(element('li', item.content))
    }
  }
  close()
  return list
}

/** Converts Word's list paragraphs, which have a marker, an indent and the name of a list, to lists. */
export const wordLists = (tree: Root): void => {
  visit(tree, (node) => {
    if (node.type !== 'root' && node.type !== 'element') return
    const children: RootContent[] = []
    let items: Item[] = []
    const close = (): void => {
      if (items.length > 0) children.push(nested(items))
      items = []
    }
    for (const child of node.children) {
      const level = child.type === 'element' && child.tagName === 'p' ? levelOf(child) : undefined
      if (level !== undefined && child.type === 'element') items.push(itemOf(child, level))
      else if (
        items.length === 0 ||
        !(child.type === 'comment' || (child.type === 'text' && child.value.trim() === ''))
      ) {
        close()
        children.push(child)
      }
    }
    close()
    if (children.length !== node.children.length) Object.assign(node, { children })
  })
}
