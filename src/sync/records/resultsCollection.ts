import type { CollectionConfig } from 'payload'

import { internalCollection } from '../../documents/internalCollection.ts'

/**
 * What runs have done with single files: one row for up to some hundred files of one run that have the same outcome and
 * problems with the same codes, so that a page of a filtered list reads few rows.
 */
export const results = (slug: string): CollectionConfig =>
  internalCollection({
    slug,
    indexes: [{ fields: ['run', 'position'] }],
    fields: [
      { name: 'run', type: 'text', required: true },
      // The place of the row among those of its run, from 0.
      { name: 'position', type: 'number', required: true },
      { name: 'outcome', type: 'text', required: true },
      // The codes of the problems that each of the files has, sorted and separated by spaces.
      { name: 'codes', type: 'text' },
      // The number of files, and the files.
      { name: 'size', type: 'number', required: true },
      { name: 'files', type: 'json', required: true },
    ],
  })
