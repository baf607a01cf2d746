/** What stands between two single dollars, and the characters beside them: empty at the ends of a text. */
export type BetweenDollars = { before: string; content: string; after: string }

const beginsWithNumber = /^[-−+]?\.?\d/

/** Commands of TeX with their arguments, whose letters are no words. */
const commands = /\\\p{L}+(?:\{[^{}]*\})*/gu
const twoWords = /(?<!\p{L})\p{L}{2,}[,;:.]?\s+\p{L}{2}/u

/** Codes that stand before the sign of a currency. */
const currency = /(?<![\\\p{L}\d])(?:USD?|CAD?|AUD?|NZD?|HKD?|SGD?|NT|MXN?)$|\s(?:and|or|to)\s+\p{Lu}{1,3}$/u
const joins = 'and|or|to|vs\\.?|und|oder|bis|et|ou'
const joining = new RegExp(String.raw`(?:\s(?:${joins})|[-–—/,;])$`)
const joiningWord = new RegExp(`^(?:${joins})$`)

/** Whether a text is a word that joins two others, or has two words in a row and nothing of a calculation. */
export const isProse = (content: string): boolean =>
  joiningWord.test(content) || (twoWords.test(content) && !/[\\^_=<>+{}]/.test(content))

/** Whether it is what stands between two sums of money. */
export const isMoney = ({ before, content }: BetweenDollars, isPadded: boolean): boolean => {
  // The sign may follow the number: 5$-10$, or 15$.
  if (/^\d/.test(before) && /^[-–—/,;.)\s][^\\^_=]*\d$/.test(content)) return true
  if (!beginsWithNumber.test(content)) return false
  if (twoWords.test(content.replaceAll(commands, ' '))) return true
  return currency.test(content) || (isPadded && joining.test(content))
}

/** Whether it belongs to variables of shells and programs, or to cells of spreadsheets. */
export const isVariable = ({ before, content, after }: BetweenDollars): boolean => {
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
