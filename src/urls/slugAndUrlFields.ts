import type { TextField } from 'payload'

import { maxSlugLength, validSlug } from './validSlug.ts'

const forgottenByCopies = { beforeDuplicate: [() => null] }

/** The slug of a document, for the sidebar. `deriveSlugAndUrl` makes one; a copy gets one of its own. */
export const slugField = (): TextField => ({
  name: 'slug',
  type: 'text',
  required: true,
  index: true,
  maxLength: maxSlugLength,
  admin: {
    position: 'sidebar',
    description: 'Last part of the URL and the file name. Made from the title unless you enter one.',
  },
  hooks: forgottenByCopies,
  validate: validSlug,
})

/** The URL of a document, for the sidebar. `deriveSlugAndUrl` builds it. */
export const urlField = (name = 'url'): TextField => ({
  name,
  type: 'text',
  label: 'URL',
  unique: true,
  index: true,
  admin: {
    position: 'sidebar',
    readOnly: true,
    description: 'Built from the slug. If a published URL changes, the old one redirects.',
  },
  hooks: forgottenByCopies,
})
