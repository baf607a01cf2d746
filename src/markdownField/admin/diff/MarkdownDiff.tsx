import { FieldDiffLabel } from '@payloadcms/ui'
import type { CodeFieldDiffServerComponent } from 'payload'

import { DiffLines } from './DiffLines.tsx'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What two versions of a Markdown field differ in, for Payload's view of versions; formulas as they are written. */
export const MarkdownDiff: CodeFieldDiffServerComponent = ({
  clientField: { label, name },
  comparisonValue,
  i18n,
  locale,
  versionValue,
}) => {
  const own = typeof label === 'object' ? label[i18n.language] : label
  const shown = [own || name, locale && `(${locale})`].filter(Boolean).join(' ')
  return (
    <div className="markdown-diff">
      <FieldDiffLabel>{shown}</FieldDiffLabel>
      <DiffLines
        after={textOf(versionValue)}
        before={textOf(comparisonValue)}
        label={`Changes of ${shown}`}
      />
    </div>
  )
}
