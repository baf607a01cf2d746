import type { Element, Root, RootContent } from 'hast'
import { visit } from 'unist-util-visit'

const formulaClass = 'answerbook-pasted-formula'

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []

/** The text of a node, including its line breaks. */
export const textOf = (node: Element | RootContent): string => {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'br') return '\n'
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

const find = (tree: Element, isWanted: (element: Element) => boolean): Element | undefined => {
  if (isWanted(tree)) return tree
  for (const child of tree.children) {
    const found = child.type === 'element' ? find(child, isWanted) : undefined
    if (found) return found
  }
  return undefined
}

const isTex = ({ tagName, properties }: Element): boolean =>
  tagName === 'annotation' && /(?:^|[/-])tex$/i.test(String(properties.encoding))

const bare = (latex: string): string =>
  latex.replace(/^\s*\{\\(?:display|text)style\s([^]*)\}\s*$/, '$1').trim()

// KaTeX, recent MathJax and MathML keep the source in an annotation, others in attributes.
const sourceOf = (element: Element): string | undefined => {
  const { tagName, properties } = element
  const annotation = find(element, isTex)
  if (annotation) return bare(textOf(annotation))
  if (tagName === 'script') return bare(textOf(element))
  for (const name of ['dataLatex', 'dataTex', 'dataMath', 'alttext', 'altText']) {
    const value = properties[name]
    if (typeof value === 'string' && value.trim() !== '') return bare(value)
  }
  return tagName === 'img' && typeof properties.alt === 'string' ? bare(properties.alt) : undefined
}

const isRendered = (element: Element): boolean => {
  const { tagName, properties } = element
  const classes = classesOf(element)
  if (['katex', 'katex-display', 'MathJax', 'mwe-math-element'].some((name) => classes.includes(name)))
    return true
  if (tagName === 'math' || tagName === 'mjx-container') return true
  if (tagName === 'img') return classes.some((name) => name.startsWith('mwe-math-fallback'))
  return tagName === 'script' && String(properties.type).startsWith('math/tex')
}

const isDisplayed = (element: Element): boolean => {
  const { properties } = element
  return (
    classesOf(element).some((name) => /katex-display|MathJax_Display|-display$/.test(name)) ||
    properties.display === 'block' ||
    properties.display === 'true' ||
    String(properties.type).includes('mode=display')
  )
}

/** Whether an element represents a formula, after `markFormulas`. */
export const isFormula = (element: Element): boolean => classesOf(element).includes(formulaClass)

/** The LaTeX of such an element. */
export const latexOf = (element: Element): string => textOf(element)

/** Replaces formulas rendered by KaTeX, MathJax, MathML or Wikipedia with elements that contain only their LaTeX. */
export const markFormulas = (tree: Root): void => {
  visit(tree, 'element', (element) => {
    if (!isRendered(element)) return undefined
    const latex = sourceOf(element)
    if (latex === undefined || latex === '') return undefined
    const isDisplay = isDisplayed(element)
    element.tagName = 'span'
    element.properties = { className: [formulaClass], ...(isDisplay ? { dataDisplay: true } : {}) }
    element.children = [{ type: 'text', value: latex }]
    return 'skip'
  })
}
