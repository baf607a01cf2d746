'use client'

import { CheckboxInput } from '@payloadcms/ui'
import { useId } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { conflictChoiceOf, type ImportOptions } from './importRequest.ts'

export type OptionFieldsProps = { options: ImportOptions; onChange: (options: ImportOptions) => void }

const choices = ['ask', 'file', 'cms'] as const

/** The options of an import. */
export const OptionFields = ({ onChange, options }: OptionFieldsProps) => {
  const id = useId()
  const { t } = useWords()
  const { conflicts, deleteMissing, full, maxDelete } = options
  const change = (part: Partial<ImportOptions>): void => onChange({ ...options, ...part })
  return (
    <fieldset className="answerbook-form__group">
      <legend>{t('answerbook:importing:options')}</legend>
      <div className="answerbook-form__field">
        <label htmlFor={`${id}-conflicts`}>{t('answerbook:importing:conflicts')}</label>
        <select
          id={`${id}-conflicts`}
          onChange={({ target }) => change({ conflicts: conflictChoiceOf(target.value) })}
          value={conflicts}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`answerbook:importing:conflictsTake:${choice}`)}
            </option>
          ))}
        </select>
      </div>
      <CheckboxInput
        checked={deleteMissing}
        id={`${id}-delete`}
        label={t('answerbook:importing:deleteMissing')}
        onToggle={({ target }) => change({ deleteMissing: target.checked })}
      />
      {deleteMissing && (
        <div className="answerbook-form__field answerbook-form__field--below">
          <label htmlFor={`${id}-max`}>{t('answerbook:importing:maxDelete')}</label>
          <input
            aria-describedby={`${id}-max-hint`}
            id={`${id}-max`}
            inputMode="decimal"
            max={100}
            min={0}
            onChange={({ target }) => change({ maxDelete: target.value })}
            placeholder="20"
            step="any"
            type="number"
            value={maxDelete}
          />
          <p className="answerbook-run__fine" id={`${id}-max-hint`}>
            {t('answerbook:importing:maxDeleteHint')}
          </p>
        </div>
      )}
      <CheckboxInput
        checked={full}
        id={`${id}-full`}
        label={t('answerbook:importing:full')}
        onToggle={({ target }) => change({ full: target.checked })}
      />
    </fieldset>
  )
}
