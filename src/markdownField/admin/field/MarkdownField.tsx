'use client'

import {
  fieldBaseClass,
  FieldDescription,
  FieldError,
  FieldLabel,
  RenderCustomComponent,
  useDocumentInfo,
  useField,
  useForm,
  withCondition,
} from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { CodeFieldClientProps } from 'payload'
import { type FC, useId, useMemo } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import type { LinkTarget } from '../richText/RichTextContext.ts'
import { KeyboardHelp } from './KeyboardHelp.tsx'
import './MarkdownField.css'
import { MarkdownSource } from './MarkdownSource.tsx'
import { MarkdownTabs } from './MarkdownTabs.tsx'
import { useEditorPath } from '../useEditorPath.ts'
import { WordCount } from './WordCount.tsx'

export type MarkdownFieldProps = CodeFieldClientProps & { links?: LinkTarget[]; media?: string }

const noLinks: LinkTarget[] = []

const Field: FC<MarkdownFieldProps> = ({
  field,
  path: pathFromProps,
  readOnly: isReadOnlyField,
  links = noLinks,
  media,
}) => {
  const { admin: { className, description } = {}, label, localized, required = false } = field
  const id = useId()
  const { t } = useWords()

  const { customComponents, disabled, path, setValue, showError, value } = useField<string | undefined>({
    potentiallyStalePath: pathFromProps,
  })
  const { AfterInput, BeforeInput, Description, Error, Label } = customComponents ?? {}

  // A form does not tell its fields when it is locked, but the document does: hence both.
  useDocumentInfo()
  const form = useForm()
  const readOnly = isReadOnlyField === true || disabled || form.disabled
  const hasRichText = useEditorPath() !== undefined

  const inputId = `field-${path.replaceAll('.', '__')}`
  const settings = useMemo(
    () => ({
      attributes: {
        id: inputId,
        'aria-labelledby': `${id}-label`,
        'aria-describedby': `${id}-error ${id}-description ${id}-keys`,
        'aria-required': String(required),
        'aria-invalid': String(showError),
      },
      placeholder: t('answerbook:field:placeholder'),
      t,
      readOnly,
    }),
    [id, inputId, readOnly, required, showError, t],
  )
  const styles = useMemo(() => mergeFieldStyles(field), [field])
  const classes = [
    fieldBaseClass,
    'answerbook-markdown-field',
    className,
    showError && 'error',
    readOnly && 'read-only',
  ]

  return (
    <div className={classes.filter(Boolean).join(' ')} style={styles}>
      {/* A label focuses form elements only, which an editor is not. */}
      <div id={`${id}-label`} onClick={() => document.getElementById(inputId)?.focus()}>
        <RenderCustomComponent
          CustomComponent={Label}
          Fallback={
            <FieldLabel
              htmlFor={inputId}
              label={label}
              localized={localized}
              path={path}
              required={required}
            />
          }
        />
      </div>
      <div className={`${fieldBaseClass}__wrap`}>
        <div id={`${id}-error`}>
          <RenderCustomComponent
            CustomComponent={Error}
            Fallback={<FieldError path={path} showError={showError} />}
          />
        </div>
        {BeforeInput}
        {hasRichText ? (
          <MarkdownTabs
            links={links}
            media={media}
            onChange={setValue}
            path={path}
            settings={settings}
            value={value ?? ''}
          />
        ) : (
          <MarkdownSource onChange={setValue} settings={settings} value={value ?? ''} />
        )}
        <div className="answerbook-markdown-field__foot">
          <WordCount markdown={value ?? ''} />
          {hasRichText && <KeyboardHelp />}
        </div>
        {AfterInput}
      </div>
      <div id={`${id}-description`}>
        <RenderCustomComponent
          CustomComponent={Description}
          Fallback={<FieldDescription description={description} path={path} />}
        />
      </div>
      <p className="answerbook-markdown-field__keys" id={`${id}-keys`}>
        {t('answerbook:field:keys')}
      </p>
    </div>
  )
}

/** The field of `markdownField()`: Markdown in an editor that is served from our own host and looks like Payload's fields. */
export const MarkdownField: FC<MarkdownFieldProps> = withCondition(Field)
