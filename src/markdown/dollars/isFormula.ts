/** The text between two single dollars, and the characters before and after them (empty at either end of the text). */
export type BetweenDollars = { before: string; content: string; after: string }

const beginsWithNumber = /^[-−+]?\.?\d/

/** TeX commands with their arguments; their letters do not form words. */
const commands = /\\\p{L}+(?:\{[^{}]*\})*/gu
const twoWords = /(?<!\p{L})\p{L}{2,}[,;:.]?\s+\p{L}{2}/u

/** Codes that precede a currency sign. */
const currency = /(?<![\\\p{L}\d])(?:USD?|CAD?|AUD?|NZD?|HKD?|SGD?|NT|MXN?)$|\s(?:and|or|to)\s+\p{Lu}{1,3}$/u
const joins = 'and|or|to|vs\\.?|und|oder|bis|et|ou'
const joining = new RegExp(String.raw`(?:\s(?:${joins})|[-–—/,;])$`)
const joiningWord = new RegExp(`^(?:${joins})$`)

/** Whether a text is a conjunction, or contains two words in a row and no mathematical operator. */
const isProse = (content: string): boolean =>
  joiningWord.test(content) || (twoWords.test(content) && !/[\\^_=<>+{}]/.test(content))

/** Whether it is the text between two amounts of money. */
const isMoney = ({ before, content }: BetweenDollars, isPadded: boolean): boolean => {
  // The sign may follow the number: 5$-10$, or 15$.
  if (/^\d/.test(before) && /^[-–—/,;.)\s][^\\^_=]*\d$/.test(content)) return true
  if (!beginsWithNumber.test(content)) return false
  if (twoWords.test(content.replaceAll(commands, ' '))) return true
  return currency.test(content) || (isPadded && joining.test(content))
}

/** Whether it belongs to shell or program variables, or to spreadsheet cells. */
const isVariable = ({ before, content, after }: BetweenDollars): boolean => {
  // $HOME$USER, and ${HOME}${USER}, and $(date)$(pwd)
  if (/^[A-Z_][A-Z\d_]{2,}$/.test(content) && /^[A-Z_{(]/.test(after)) return true
  if (/^\{\w[^{}]*\}$/.test(content) && /^[\w{(]/.test(after)) return true
  if (/^\([a-z][^()]+\)$/.test(content) && after.startsWith('(')) return true
  // $A$1
  if (/^[A-Z]{1,3}$/.test(content) && /^\d/.test(after)) return true
  // table$name + table$size
  return (
    /^[\w)\]]/.test(before) && /^\w/.test(after) && /^[A-Za-z][\w.]*[^\w.\\^][^\\^]*[A-Za-z]$/.test(content)
  )
}

const command = /\\\p{L}/u
const raised = /(?<!\\)[\^_]/
const word = /[\p{L}\d]/u

/** A formula in TeX's own delimiters, which never occurs inside a formula in dollars. */
const otherFormula = /(?<!\\)(?:\\\\)*\\[([]/

/** A text that ends like this continues after the dollar: `5-` before `$10`, `HOME/` before `$USER`. */
const goesOn = /(?<![\\^_])(?:[-\s–—−+=*/:;,.…&@#%~?<>"“”([{_^€£¥₹]|[^\p{L}\d\s]['’])$/u

const isWordAfter = (after: string): boolean => /^[\p{L}\d_{(]/u.test(after)

/**
 * Whether the text between two single dollars is a formula. Amounts of money, shell variables and prose are text. This
 * is the only rule: the parser, syntax highlighting, typing, pasting and escaping all use it.
 *
 * A formula has a space at both ends or at neither, unless it contains a TeX command; it does not end in the middle of
 * a text that continues after the dollar; and a digit follows it only if it cannot be anything else.
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

/** Whether a formula might have been intended as text after all, for people who audit a site. */
export const isAmbiguous = ({ content, after }: BetweenDollars): boolean => {
  if (calculation.test(content)) return false
  const isSum = /^\s*\d/.test(content) && /\p{L}{2}/u.test(content)
  return isSum || isProse(content) || (/^\w{3,}$/.test(content) && /^\p{L}/u.test(after))
}
