import { markdownField } from 'answerbook'
import { revalidatePath } from 'next/cache.js'
import type { CollectionConfig } from 'payload'

/** Topics of stories. */
export const topics: CollectionConfig = {
  slug: 'topics',
  admin: { useAsTitle: 'name' },
  fields: [{ name: 'name', type: 'text', required: true, unique: true }],
}

/** Pictures, with their files in a folder. */
export const media = (folder: string): CollectionConfig => ({
  slug: 'media',
  upload: { staticDir: folder },
  fields: [{ name: 'alt', type: 'text' }],
})

/** Stories without drafts, with hooks that fill in values, refuse saves and notify others. */
export const stories: CollectionConfig = {
  slug: 'stories',
  admin: { useAsTitle: 'title' },
  hooks: {
    beforeChange: [
      ({ data }) => {
        if (/\bTODO\b/.test(String(data.title))) throw new Error('A title must not say TODO.')
        return data
      },
      // Payload's website template sets the publication date like this.
      ({ data }) => ({ ...data, publishedAt: data.publishedAt ?? '2025-06-01T12:00:00.000Z' }),
    ],
    afterChange: [
      // As in Payload's website template; Next throws outside of its own requests.
      ({ context, doc }) => {
        if (!context.disableRevalidate) revalidatePath(`/stories/${doc.slug}`)
      },
      ({ context, req }) => {
        if (!context.skipMail && req.payloadAPI === 'local') throw new Error('A program would send mail.')
      },
    ],
  },
  fields: [
    // Without `localization` in the config, this is an ordinary text.
    { name: 'title', type: 'text', required: true, localized: true },
    { name: 'kind', type: 'select', options: ['story', 'column'], required: true },
    { name: 'edition', type: 'number', required: true },
    { name: 'publishedAt', type: 'date' },
    { name: 'desk', type: 'relationship', relationTo: 'topics' },
    { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true },
    {
      name: 'related',
      type: 'relationship',
      relationTo: 'stories',
      hasMany: true,
      // As in Payload's website template. A new story has no id yet.
      filterOptions: ({ id }) => ({ id: { not_in: [id] } }),
    },
    { name: 'cover', type: 'upload', relationTo: 'media' },
    {
      name: 'seo',
      type: 'group',
      fields: [
        { name: 'title', type: 'text' },
        { name: 'description', type: 'textarea' },
      ],
    },
    markdownField({ name: 'text' }),
  ],
}
