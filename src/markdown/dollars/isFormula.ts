import { isMoney, isProse, isVariable, type BetweenDollars } from './notFormula.ts'

const command = /\\\p{L}/u
const raised = /(?<!\\)[\^_]/
const word = /[\p{L}\d]/u

/** A formula in TeX's own delimiters, which no formula in dollars holds. */
const otherFormula = /(?<!\\)(?:\\\\)*\\[([]/

/** Where a text ends like this, it goes on with what follows the dollar: `5-` before `$10`, `HOME/` before `$USER`. */
const goesOn = /(?<![\\^_])(?:[-\s–—−+=*/:;,.…&@#%~?<>"“”([{_^€£¥₹]|[^\p{L}\d\s]['’])$/u

const isWordAfter = (after: string): boolean => /^[\p{L}\d_{(]/u.test(after)

/**
 * Whether what stands between two single dollars is a formula. Sums of money, shell variables and prose are text. This
 * is the one rule for it: parser, source colours, typing, pasting and escapes all ask here.
 *
 * A formula has a blank at both of its ends or at none, unless it holds a command of TeX; it does not end in the middle
 * of a text that goes on behind the dollar; and a digit follows it only where it cannot be anything else.
 */
export const isFormula = ({ before, content, after }: BetweenDollars): boolean => {
  const text = content.trim()
  if (text === '' || otherFormula.test(content)) return false
  const [isOpenedByBlank, isClosedByBlank] = [/^\s/.test(content), /\s$/.test(content)]
  const isPadded = isOpenedByBlank && isClosedByBlank
  const inner = isPadded ? text : content
  if (isWordAfter(after) && word.test(content) && goesOn.test(inner)) return false
  if (/^\d/.test(after) && (isPadded || !(command.test(content) || raised.test(content)))) return false
  if (isMoney({ before, content: inner, after }, isPadded) || isVariable({ before, content: inner, after }))
    return false
  if (isPadded && isProse(text)) return false
  return isOpenedByBlank === isClosedByBlank || command.test(content)
}

const calculation = /[\\^_=<>+*/|{}]/

/** Whether such a formula might have been meant as text all the same, for people who look through a site. */
export const isDoubtful = ({ content, after }: BetweenDollars): boolean => {
  if (calculation.test(content)) return false
  const isSum = /^\s*\d/.test(content) && /\p{L}{2}/u.test(content)
  return isSum || isProse(content) || (/^\w{3,}$/.test(content) && /^\p{L}/u.test(after))
}
