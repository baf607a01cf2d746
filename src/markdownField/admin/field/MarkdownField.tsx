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

  const { customComponents, disabled, path, setValue, showError, value } = useField<string | undefined>({
    potentiallyStalePath: pathFromProps,
  })
  const { AfterInput, BeforeInput, Description, Error, Label } = customComponents ?? {}

  // A form does not tell its fields when it is locked, the document does: hence both.
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
      placeholder: 'Write in Markdown',
      readOnly,
    }),
    [id, inputId, readOnly, required, showError],
  )
  const styles = useMemo(() => mergeFieldStyles(field), [field])
  const classes = [fieldBaseClass, 'markdown-field', className, showError && 'error', readOnly && 'read-only']

  return (
    <div className={classes.filter(Boolean).join(' ')} style={styles}>
      {/* A label focuses form elements only, and an editor is none. */}
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
        <div className="markdown-field__foot">
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
      <p className="markdown-field__keys" id={`${id}-keys`}>
        Tab moves on to the next field. Control with ] or [ indents. Control with F searches.
      </p>
    </div>
  )
}

/** Field of `markdownField()`: Markdown in an editor that comes from our own host, with the looks of Payload's fields. */
export const MarkdownField: FC<MarkdownFieldProps> = withCondition(Field)
