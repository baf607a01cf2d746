import type { TextField } from 'payload'

import { longestSlug, validSlug } from './validSlug.ts'

/** `slug` and `url` for a sidebar. The hook `deriveSlugAndUrl` fills them; a copy gets a slug of its own. */
export const slugAndUrlFields = (): TextField[] => [
  {
    name: 'slug',
    type: 'text',
    required: true,
    index: true,
    maxLength: longestSlug,
    admin: {
      position: 'sidebar',
      description: 'Last part of the url and name of the file. Made from the question until you type one.',
    },
    hooks: { beforeDuplicate: [() => null] },
    validate: validSlug,
  },
  {
    name: 'url',
    type: 'text',
    label: 'URL',
    unique: true,
    index: true,
    admin: {
      position: 'sidebar',
      readOnly: true,
      description: 'Follows from subject and slug. When a published url changes, the old one is redirected.',
    },
    hooks: { beforeDuplicate: [() => null] },
  },
]
