'use client'

import { useConfig } from '@payloadcms/ui'

/** Whether the app has the plugin, which includes the rich text editor. */
export const useHasRichText = (): boolean => {
  const { config } = useConfig()
  return config.collections.some(
    ({ slug, fields }) =>
      slug === 'files' && fields.some((field) => 'name' in field && field.name === 'editor'),
  )
}
