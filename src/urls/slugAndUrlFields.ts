import type { TextField } from 'payload'

import { label } from '../translations/translate.ts'
import { maxSlugLength, validSlug } from './validSlug.ts'

const forgottenByCopies = { beforeDuplicate: [() => null] }

/** The slug of a document, for the sidebar. `deriveSlugAndUrl` generates it; a copy gets a slug of its own. */
export const slugField = (): TextField => ({
  name: 'slug',
  type: 'text',
  label: label('answerbook:content:slug:label'),
  required: true,
  index: true,
  maxLength: maxSlugLength,
  admin: {
    position: 'sidebar',
    description: label('answerbook:content:slug:description'),
  },
  hooks: forgottenByCopies,
  validate: validSlug,
})

/** The URL of a document, for the sidebar. `deriveSlugAndUrl` builds it. */
export const urlField = (name = 'url'): TextField => ({
  name,
  type: 'text',
  label: label('answerbook:content:url:label'),
  unique: true,
  index: true,
  admin: {
    position: 'sidebar',
    readOnly: true,
    description: label('answerbook:content:url:description'),
  },
  hooks: forgottenByCopies,
})
