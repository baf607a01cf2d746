import type { TextField } from 'payload'

import { label } from '../translations/translate.ts'
import { longestSlug, validSlug } from './validSlug.ts'

/** `slug` and `url` for a sidebar. The hook `deriveSlugAndUrl` fills them; a copy gets a slug of its own. */
export const slugAndUrlFields = (): TextField[] => [
  {
    name: 'slug',
    type: 'text',
    label: label('answerbook:content:slug:label'),
    required: true,
    index: true,
    maxLength: longestSlug,
    admin: {
      position: 'sidebar',
      description: label('answerbook:content:slug:description'),
    },
    hooks: { beforeDuplicate: [() => null] },
    validate: validSlug,
  },
  {
    name: 'url',
    type: 'text',
    label: label('answerbook:content:url:label'),
    unique: true,
    index: true,
    admin: {
      position: 'sidebar',
      readOnly: true,
      description: label('answerbook:content:url:description'),
    },
    hooks: { beforeDuplicate: [() => null] },
  },
]
