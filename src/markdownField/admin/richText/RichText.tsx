'use client'

import { RenderLexical } from '@payloadcms/richtext-lexical/client'

import {
  type RichTextSettings,
  RichTextSettingsContext,
  type RichTextValue,
  RichTextValueContext,
} from './RichTextContext.ts'
import { useEditorPath } from '../useEditorPath.ts'
import './RichText.css'

export type RichTextProps = {
  /** Path of the form's field. */
  path: string
  value: RichTextValue
  settings: RichTextSettings
}

const nothing = (): void => undefined

/**
 * A Markdown text in Payload's rich text editor. Payload's editor opens empty and reports no changes: `ValuePlugin`
 * inside it sets and reads its content, since Payload remounts an editor whenever its value changes.
 */
export const RichText = ({ path, value, settings }: RichTextProps) => {
  const schemaPath = useEditorPath()
  if (schemaPath === undefined) return null
  return (
    <RichTextSettingsContext value={settings}>
      <RichTextValueContext value={value}>
        <RenderLexical
          label={false}
          name={`${path}-rich`}
          path={`${path}-rich`}
          schemaPath={schemaPath}
          setValue={nothing}
        />
      </RichTextValueContext>
    </RichTextSettingsContext>
  )
}
