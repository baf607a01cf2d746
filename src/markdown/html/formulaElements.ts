import type { Element } from 'hast'

const classes = ({ properties }: Element): unknown[] =>
  Array.isArray(properties.className) ? properties.className : []

/** Whether an element holds a formula that is still to be set. */
export const isFormulaElement = (element: Element): boolean =>
  element.tagName === 'code' &&
  classes(element).some(
    (name) => name === 'language-math' || name === 'math-inline' || name === 'math-display',
  )

/** The LaTeX of such an element. */
export const latexOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('')

/** Leaves a formula as code, with the class of a KaTeX error and a title that says why. */
export const leaveUnset = (element: Element, title: string): void => {
  element.properties = { className: ['katex-error'], title }
}
