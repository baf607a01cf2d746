import { brokenFormulas } from '../../markdown/brokenFormulas.ts'
import { isCutOff } from '../../markdown/isCutOff.ts'
import type { Finding } from '../../problems/problems.ts'
import { auditedText, type AuditedFields, type AuditedText } from './auditedFields.ts'
import type { Check } from './check.ts'

/** How a language model begins when it does not answer, in English. */
const refusal = new RegExp(
  [
    String.raw`^\W{0,3}(?:(?:I(?:['’]m| am) (?:sorry|afraid)|sorry|unfortunately|my apologies|I apologi[sz]e)\b[^.\n]{0,40}?\b)?`,
    String.raw`I(?:['’]m| am)? ?(?:can ?not|can['’]t|could(?: not|n['’]t)|(?:not able|unable) to|do(?: not|n['’]t) have (?:access|any|enough|sufficient|the))\b`,
    String.raw`|^\W{0,3}as an? (?:AI|artificial intelligence|(?:large )?language model)\b`,
  ].join(''),
  'i',
)

/** Whether a text says that it does not answer the question. */
export const isRefusal = (text: string): boolean => refusal.test(text)

const maxShown = 60

const shown = (latex: string): string => {
  const line = latex.trim().replaceAll(/\s+/g, ' ')
  return line.length > maxShown ? `${line.slice(0, maxShown)}…` : line
}

const findingsIn = ({ column, line, text }: AuditedText): Finding[] => {
  const warning = (code: Finding['code'], message: string, remedy: string): Finding => ({
    severity: 'warning',
    line,
    column,
    code,
    message,
    remedy,
  })
  return [
    ...(isRefusal(text)
      ? [
          warning(
            'refusal',
            'The text says that it does not answer the question.',
            'Answer it, or unpublish it.',
          ),
        ]
      : []),
    ...(isCutOff(text)
      ? [
          warning(
            'cut-off',
            `The text ends with '${shown(text.slice(-maxShown))}'.`,
            'Complete the sentence.',
          ),
        ]
      : []),
    ...brokenFormulas(text).map(({ latex, reason }) =>
      warning(
        'broken-formula',
        `The formula '${shown(latex)}' cannot be rendered: ${reason}`,
        'Correct the LaTeX.',
      ),
    ),
  ]
}

/** Checks the Markdown of a file: texts that refuse to answer or end in mid-sentence, formulas that cannot be rendered. */
export const textChecks =
  ({ markdown }: AuditedFields): Check =>
  (file) =>
    markdown.flatMap((binding) => findingsIn(auditedText(file, binding)))
