import { getTranslation } from '@payloadcms/translations'
import { FieldDiffLabel } from '@payloadcms/ui'
import type { CodeFieldDiffServerComponent } from 'payload'

import { translate } from '../../../translations/translate.ts'
import { DiffLines } from './DiffLines.tsx'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The differences between two versions of a Markdown field, for Payload's version view; formulas as source. */
export const MarkdownDiff: CodeFieldDiffServerComponent = ({
  clientField: { label, name },
  comparisonValue,
  i18n,
  locale,
  versionValue,
}) => {
  const own = label && getTranslation(label, i18n)
  const shown = [own || name, locale && `(${locale})`].filter(Boolean).join(' ')
  return (
    <div className="answerbook-markdown-diff">
      <FieldDiffLabel>{shown}</FieldDiffLabel>
      <DiffLines
        after={textOf(versionValue)}
        before={textOf(comparisonValue)}
        i18n={i18n}
        label={translate(i18n, 'answerbook:field:changesTo', { label: shown })}
      />
    </div>
  )
}
