import { formulaAt, type DollarPair } from './formulaAt.ts'

/** The formulas in single dollars of a text without code, in their order. */
export const formulasIn = (text: string): DollarPair[] => {
  const formulas: DollarPair[] = []
  for (const { 0: found, index } of text.matchAll(/\\[^]|\$+/g)) {
    const isWithin = index < (formulas.at(-1)?.end ?? 0)
    const formula = found === '$' && !isWithin ? formulaAt(text, index) : undefined
    if (formula) formulas.push(formula)
  }
  return formulas
}

/** A text with something else in the place of each of its formulas in single dollars. */
export const replaceFormulas = (text: string, by: string): string => {
  let replaced = ''
  let at = 0
  for (const { start, end } of formulasIn(text)) {
    replaced += text.slice(at, start) + by
    at = end
  }
  return replaced + text.slice(at)
}
