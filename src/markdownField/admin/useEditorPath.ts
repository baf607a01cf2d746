'use client'

import { useConfig } from '@payloadcms/ui'
import { useMemo } from 'react'

// The plugin stores the editor's features in a field of this name, which has no value.
const editorField = 'answerbookEditor'

/** Schema path of the plugin's rich text editor; undefined in an app without the plugin. */
export const useEditorPath = (): string | undefined => {
  const { config } = useConfig()
  return useMemo(() => {
    const holder = config.collections.find(({ fields }) =>
      fields.some((field) => 'name' in field && field.name === editorField),
    )
    return holder && `collection.${holder.slug}.${editorField}`
  }, [config])
}
