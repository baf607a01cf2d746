import { isEditor, keepShownPictures, limitReads } from 'answerbook/app'
import type { CollectionConfig } from 'payload'

import { otherWords } from './words.ts'

const words = otherWords.media

const shown = keepShownPictures({ collection: 'articles', field: 'answer' })

/** Images for answers. No SVG: it can carry scripts. */
export const media = ({ folder }: { folder: string }): CollectionConfig => ({
  slug: 'media',
  labels: words.labels,
  access: { create: isEditor, delete: isEditor, read: () => true, update: isEditor },
  defaultSort: '-createdAt',
  admin: {
    group: otherWords.groups.content,
    description: words.description,
    defaultColumns: ['filename', 'alt', 'updatedAt'],
  },
  hooks: { beforeDelete: [shown.beforeDelete], beforeOperation: [limitReads(100), shown.beforeOperation] },
  upload: {
    staticDir: folder,
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'],
    pasteURL: false,
    focalPoint: true,
    adminThumbnail: 'thumbnail',
    imageSizes: [
      { name: 'thumbnail', width: 400, withoutEnlargement: true },
      { name: 'text', width: 800, withoutEnlargement: true },
      { name: 'wide', width: 1600, withoutEnlargement: true },
    ],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      label: words.alt,
      admin: { description: words.altDescription },
    },
  ],
})
