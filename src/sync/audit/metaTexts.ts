import { shownLengths } from '../../fields/shownLengths.ts'
import type { ValueBinding } from '../../mapping/bindings.ts'
import type { Finding } from '../../problems/problems.ts'
import { auditedText, type AuditedFields } from './auditedFields.ts'
import type { AuditedFile, Check } from './check.ts'

const findingsOf = (
  file: AuditedFile,
  name: keyof typeof shownLengths,
  binding: ValueBinding | undefined,
): Finding[] => {
  if (!binding) return []
  const { text, ...place } = auditedText(file, binding)
  const longest = shownLengths[name].characters
  const { length } = Array.from(text.trim())
  if (length > 0 && length <= longest) return []
  const isMissing = length === 0
  return [
    {
      severity: 'warning',
      ...place,
      code: isMissing ? 'missing-meta-text' : 'long-meta-text',
      message: isMissing
        ? `There is no meta ${name}.`
        : `The meta ${name} has ${length} characters, and search results show about ${longest}.`,
      remedy: isMissing ? `Write one of at most ${longest} characters.` : 'Shorten it.',
    },
  ]
}

/** Checks the meta title and meta description of a file, if the mapping has them: whether there is one, and its length. */
export const metaTexts =
  ({ metaDescription, metaTitle }: AuditedFields): Check =>
  (file) => [...findingsOf(file, 'title', metaTitle), ...findingsOf(file, 'description', metaDescription)]
