'use client'

import { useConfig } from '@payloadcms/ui'
import { useMemo } from 'react'

// The plugin keeps the editor's features in a field of this name, which stores nothing.
const editorField = 'answerbookEditor'

/** Schema path of the rich editor that the plugin brings along; undefined in an app without the plugin. */
export const useEditorPath = (): string | undefined => {
  const { config } = useConfig()
  return useMemo(() => {
    const holder = config.collections.find(({ fields }) =>
      fields.some((field) => 'name' in field && field.name === editorField),
    )
    return holder && `collection.${holder.slug}.${editorField}`
  }, [config])
}
