import type { Element, Root } from 'hast'
import katex, { type KatexOptions } from 'katex'
import 'katex/contrib/mhchem'
import { visit } from 'unist-util-visit'

import { chemistryFault, hasChemistry } from '../chemistryFault.ts'

/** How formulas are set in HTML, with `\ce` and `\pu` for chemistry; trusted with no links, images or attributes. */
export const katexOptions: KatexOptions = { trust: false, strict: false, maxExpand: 1000, maxSize: 500 }

const classes = ({ properties }: Element): unknown[] =>
  Array.isArray(properties.className) ? properties.className : []

/** Whether an element holds a formula that is still to be set. */
const isFormulaElement = (element: Element): boolean =>
  element.tagName === 'code' &&
  classes(element).some(
    (name) => name === 'language-math' || name === 'math-inline' || name === 'math-display',
  )

/** The LaTeX of such an element. */
const latexOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('')

/** Leaves a formula as code, with the class of a KaTeX error and a title that says why. */
const leaveUnset = (element: Element, title: string): void => {
  element.properties = { className: ['katex-error'], title }
}

const maxCost = 200_000
const perFormula = 100
const definition = /\\(?:[egx]?def|let|futurelet|(?:re)?newcommand|providecommand)\b/

// KaTeX expands up to a thousand macros in a formula, each to as much as its definition.
const weightOf = (source: string): number => (definition.test(source) ? 200 : hasChemistry(source) ? 20 : 1)

const costOf = (source: string): number => perFormula + source.length * weightOf(source)

/**
 * Keeps the formulas of one answer within what KaTeX sets in a few seconds: those beyond are left as code, with the
 * class of a KaTeX error and a title that says why. No real answer comes near.
 */
export const boundFormulas =
  () =>
  (tree: Root): void => {
    let spent = 0
    visit(tree, 'element', (element) => {
      if (!isFormulaElement(element)) return
      const cost = costOf(latexOf(element))
      if (spent + cost > maxCost) leaveUnset(element, 'This formula is too long to be set.')
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

/** Leaves unset any chemistry that cannot be read: mhchem throws an array, and rehype-katex fails on what is no Error. */
export const checkChemistry =
  () =>
  (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (!isFormulaElement(element) || !hasChemistry(latexOf(element))) return
      const fault = faultOf(latexOf(element))
      if (fault !== undefined) leaveUnset(element, fault)
    })
  }
