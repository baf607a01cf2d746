import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

const mostCharacters = 200_000
const perFormula = 100
const definition = /\\(?:[egx]?def|let|futurelet|(?:re)?newcommand|providecommand)\b/

const classes = ({ properties }: Element): unknown[] =>
  Array.isArray(properties.className) ? properties.className : []

const isFormula = (element: Element): boolean =>
  element.tagName === 'code' &&
  classes(element).some(
    (name) => name === 'language-math' || name === 'math-inline' || name === 'math-display',
  )

const sourceOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('')

// KaTeX expands up to a thousand macros in a formula, each to as much as its definition.
const costOf = (source: string): number => perFormula + source.length * (definition.test(source) ? 200 : 1)

/**
 * Keeps the formulas of one answer within what KaTeX sets in a few seconds: those beyond are left as code, with the
 * class of a KaTeX error and a title that says why. No real answer comes near.
 */
export const boundFormulas =
  () =>
  (tree: Root): void => {
    let spent = 0
    visit(tree, 'element', (element) => {
      if (!isFormula(element)) return
      const cost = costOf(sourceOf(element))
      if (spent + cost > mostCharacters) {
        element.properties = { className: ['katex-error'], title: 'This formula is too long to be set.' }
      } else spent += cost
    })
  }
