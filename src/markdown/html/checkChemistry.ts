import type { Root } from 'hast'
import katex from 'katex'
import { visit } from 'unist-util-visit'

import { chemistryFault, hasChemistry } from '../chemistryFault.ts'
import { isFormulaElement, latexOf, leaveUnset } from './formulaElements.ts'
import { katexOptions } from './katexOptions.ts'

const faultOf = (latex: string): string | undefined => {
  try {
    katex.renderToString(latex, { ...katexOptions, throwOnError: false })
    return undefined
  } catch (error) {
    return chemistryFault(error)
  }
}

/** Leaves unset the chemistry that cannot be read: what it throws is no error, and stops who expects one. */
export const checkChemistry =
  () =>
  (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (!isFormulaElement(element) || !hasChemistry(latexOf(element))) return
      const fault = faultOf(latexOf(element))
      if (fault !== undefined) leaveUnset(element, fault)
    })
  }
