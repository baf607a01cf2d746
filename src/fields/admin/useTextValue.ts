'use client'

import { useFormFields } from '@payloadcms/ui'

/** The current text of a field of the form; empty if there is none. */
export const useTextValue = (path: string): string =>
  useFormFields(([fields]) => {
    const value: unknown = fields[path]?.value
    return typeof value === 'string' ? value : ''
  })
