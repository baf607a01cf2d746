import { DiffLines } from '../../../markdownField/admin/diff/DiffLines.tsx'
import { translate, type Translator } from '../../../translations/translate.ts'
import type { ChangedField } from '../../import/changedFields.ts'

export type FieldComparisonProps = { field: ChangedField; i18n: Translator & { language: string } }

const longestShown = 300

const isShort = (text: string): boolean => text.length <= longestShown && !text.includes('\n')

/** Both values of a field: short ones side by side, longer texts and lists as a comparison of their lines. */
export const FieldComparison = ({ field: { cms, file, label }, i18n }: FieldComparisonProps) => {
  if (!isShort(cms) || !isShort(file))
    return (
      <DiffLines
        after={cms}
        before={file}
        i18n={i18n}
        label={translate(i18n, 'answerbook:field:changesTo', { label })}
      />
    )
  const shown = (value: string) => (
    <dd>{value === '' ? <em>{translate(i18n, 'answerbook:markdownView:noValue')}</em> : value}</dd>
  )
  return (
    <dl className="answerbook-restore-fields__values">
      <div>
        <dt>{translate(i18n, 'answerbook:markdownView:inCms')}</dt>
        {shown(cms)}
      </div>
      <div>
        <dt>{translate(i18n, 'answerbook:markdownView:inFile')}</dt>
        {shown(file)}
      </div>
    </dl>
  )
}
