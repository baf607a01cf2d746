import type { TextField } from 'payload'

// What cannot stand in one segment of a url and of a path on every file system.
const unsafe = /[\s/\\?#%:*"<>|]|\p{Cc}|^\.|\.$/u

/** `slug` and `url` for a sidebar. The hook `deriveSlugAndUrl` fills them; a copy gets a slug of its own. */
export const slugAndUrlFields = (): TextField[] => [
  {
    name: 'slug',
    type: 'text',
    required: true,
    index: true,
    maxLength: 200,
    admin: {
      position: 'sidebar',
      description: 'Last part of the url and name of the file. Made from the question until you type one.',
    },
    hooks: { beforeDuplicate: [() => null] },
    validate: (value: unknown) =>
      (typeof value === 'string' && value !== '' && value.length <= 200 && !unsafe.test(value)) ||
      'Use up to 200 letters, digits and hyphens: no spaces, slashes or other punctuation of urls.',
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
