import { isFormula, type BetweenDollars } from './isFormula.ts'

/** A pair of single dollars in a text. `end` is the offset after the second. */
export type DollarPair = BetweenDollars & { start: number; end: number }

/**
 * The offset of the dollar that closes the one before `from`; -1 if there is none. A dollar after a backslash, or
 * several in a row, closes nothing.
 */
export const closingDollar = (text: string, from: number): number => {
  const dollars = /\\[^]|\$+/g
  dollars.lastIndex = from
  for (let found = dollars.exec(text); found; found = dollars.exec(text))
    if (found[0] === '$') return found.index
  return -1
}

/** The pair that a single dollar at `start` opens, whether or not it is a formula; undefined if it opens none. */
export const pairAt = (text: string, start: number): DollarPair | undefined => {
  const isWithinRun = text[start + 1] === '$' || (text[start - 1] === '$' && text[start - 2] !== '\\')
  if (text[start] !== '$' || isWithinRun) return undefined
  const close = closingDollar(text, start + 1)
  if (close < 0) return undefined
  return {
    before: text.charAt(start - 1),
    content: text.slice(start + 1, close),
    after: text.charAt(close + 1),
    start,
    end: close + 1,
  }
}

/** The formula that an unescaped dollar at `start` opens; undefined if there is none. */
export const formulaAt = (text: string, start: number): DollarPair | undefined => {
  const pair = pairAt(text, start)
  return pair && isFormula(pair) ? pair : undefined
}

/** The formulas in single dollars of a text without code, in order. */
export const formulasIn = (text: string): DollarPair[] => {
  const formulas: DollarPair[] = []
  for (const { 0: found, index } of text.matchAll(/\\[^]|\$+/g)) {
    const isWithin = index < (formulas.at(-1)?.end ?? 0)
    const formula = found === '$' && !isWithin ? formulaAt(text, index) : undefined
    if (formula) formulas.push(formula)
  }
  return formulas
}

/** Replaces each formula in single dollars with `by`. */
export const replaceFormulas = (text: string, by: string): string => {
  let replaced = ''
  let at = 0
  for (const { start, end } of formulasIn(text)) {
    replaced += text.slice(at, start) + by
    at = end
  }
  return replaced + text.slice(at)
}
