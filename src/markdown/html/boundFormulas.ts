import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

import { hasChemistry } from '../chemistryFault.ts'
import { isFormulaElement, latexOf, leaveUnset } from './formulaElements.ts'

const mostCharacters = 200_000
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
      if (spent + cost > mostCharacters) leaveUnset(element, 'This formula is too long to be set.')
      else spent += cost
    })
  }
