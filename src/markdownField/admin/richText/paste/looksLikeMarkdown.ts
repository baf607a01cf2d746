import { formulasIn, isAmbiguous } from '../../../../markdown/dollars.ts'

const marks = [
  /^#{1,6} \S/m,
  /^\s*(?:[-*+]|\d{1,9}[.)]) \S.*\n\s*(?:[-*+]|\d{1,9}[.)]) \S/m,
  /^\s*[-*] \[[ xX]\] /m,
  /^(?:```|~~~)/m,
  /^\s*\|?.*\|.*\n\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/m,
  /(?<!\\)\$\$[^$]+\$\$/,
  /(?<!\\)\\\(.+?\\\)|(?<!\\)\\\[[^]+?\\\]/,
  /!?\[[^\]\n]+\]\((?:https?:|\/|#|mailto:)[^)\s]*\)/,
  /(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])/,
  /^> \S/m,
]

const hasFormula = (text: string): boolean =>
  formulasIn(text).some((formula) => !formula.content.includes('\n') && !isAmbiguous(formula))

/** Whether a plain text contains unmistakable Markdown syntax. */
export const looksLikeMarkdown = (text: string): boolean =>
  marks.some((mark) => mark.test(text)) || hasFormula(text)
