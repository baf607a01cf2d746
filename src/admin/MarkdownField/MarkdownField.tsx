'use client'

import { TextareaField } from '@payloadcms/ui'

export { TextareaField as MarkdownField }
