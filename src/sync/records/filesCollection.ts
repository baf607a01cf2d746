import type { CollectionConfig } from 'payload'

import { internalCollection } from '../../documents/internalCollection.ts'
import { answerEditor } from '../../markdownField/editor/answerEditor.ts'

/**
 * One row for each source file: its text as last imported, the base of exports and of comparisons; and one for each image
 * that such texts show, without a text: see `imageRowsOf`.
 */
export const files = (slug: string): CollectionConfig =>
  internalCollection({
    slug,
    admin: { useAsTitle: 'path' },
    indexes: [{ fields: ['path', 'scope'], unique: true }],
    fields: [
      { name: 'path', type: 'text', required: true },
      // Distinguishes files at the same path in the content roots of several tenants: `tenant=1`.
      { name: 'scope', type: 'text', defaultValue: '' },
      // The base: as last imported. Empty for a file that only an export has written.
      { name: 'text', type: 'textarea' },
      // As last exported, if it differs from the base.
      { name: 'exported', type: 'textarea' },
      // sha-256 of `text`, in hex.
      { name: 'digest', type: 'text' },
      // What exports have left there, newest first: digests of texts and of drafts, or that there is no file.
      { name: 'exportedDigests', type: 'json' },
      // The collection and the id of the document.
      { name: 'relationTo', type: 'text', required: true },
      { name: 'document', type: 'text', index: true },
      // Values that hooks of the app have stored instead of those in the text, by field. Of an image: its upload's address,
      // digest and time.
      { name: 'hookValues', type: 'json' },
      // Fields that file and document have both changed, as long as nobody has chosen a side.
      { name: 'conflicts', type: 'json' },
      // The run that created the document.
      { name: 'run', type: 'text', index: true },
      answerEditor(),
    ],
  })
