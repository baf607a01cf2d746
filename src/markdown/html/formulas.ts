import type { Element, Root } from 'hast'
import katex, { type KatexOptions } from 'katex'
import 'katex/contrib/mhchem'
import { visit } from 'unist-util-visit'

import { chemistryFault, hasChemistry } from '../chemistryFault.ts'

/** How formulas are rendered in HTML, with `\ce` and `\pu` for chemistry; links, images and attributes are not trusted. */
export const katexOptions: KatexOptions = { trust: false, strict: false, maxExpand: 1000, maxSize: 500 }

const classes = ({ properties }: Element): unknown[] =>
  Array.isArray(properties.className) ? properties.className : []

/** Whether an element contains a formula that is not yet rendered. */
const isFormulaElement = (element: Element): boolean =>
  element.tagName === 'code' &&
  classes(element).some(
    (name) => name === 'language-math' || name === 'math-inline' || name === 'math-display',
  )

/** The LaTeX of such an element. */
const latexOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('')

/** Leaves a formula as code, with the class of a KaTeX error and the reason as its title. */
const leaveUnset = (element: Element, title: string): void => {
  element.properties = { className: ['katex-error'], title }
}

const maxCost = 200_000
const perFormula = 100
const definition = /\\(?:[egx]?def|let|futurelet|(?:re)?newcommand|providecommand)\b/

// KaTeX expands up to a thousand macros per formula, each as long as its definition.
const weightOf = (source: string): number => (definition.test(source) ? 200 : hasChemistry(source) ? 20 : 1)

const costOf = (source: string): number => perFormula + source.length * weightOf(source)

/**
 * Limits the formulas of an answer to what KaTeX renders in a few seconds: the rest are left as code, with the class of
 * a KaTeX error and the reason as their title. No real answer comes close.
 */
export const boundFormulas =
  () =>
  (tree: Root): void => {
    let spent = 0
    visit(tree, 'element', (element) => {
      if (!isFormulaElement(element)) return
      const cost = costOf(latexOf(element))
      if (spent + cost > maxCost) leaveUnset(element, 'This formula is too long to render.')
      else spent += cost
    })
  }

const faultOf = (latex: string): string | undefined => {
  try {
    katex.renderToString(latex, { ...katexOptions, throwOnError: false })
    return undefined
  } catch (error) {
    return chemistryFault(error)
  }
}

/**
 * Leaves chemistry that cannot be parsed unrendered: mhchem throws an array, and rehype-katex fails on anything but an
 * Error.
 */
export const checkChemistry =
  () =>
  (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (!isFormulaElement(element) || !hasChemistry(latexOf(element))) return
      const fault = faultOf(latexOf(element))
      if (fault !== undefined) leaveUnset(element, fault)
    })
  }
