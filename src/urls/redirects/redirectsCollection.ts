import type { CollectionConfig, FieldHook } from 'payload'

import type { Policies } from '../../access/policies.ts'
import { isRecord } from '../../documents/documents.ts'
import { firingPath, isPath, isServed } from './redirectPaths.ts'
import { refuseLoops } from './refuseLoops.ts'

// What is stored is in that form already, and decoding it once more could change it.
const inFiringForm: FieldHook = ({ originalDoc, value }): unknown => {
  const typed: unknown = value
  const document: unknown = originalDoc
  const stored = isRecord(document) ? document.from : undefined
  return typeof typed === 'string' && typed !== stored ? (firingPath(typed) ?? typed) : typed
}

const checkFrom = (value: unknown): string | true => {
  if (typeof value !== 'string' || !isPath(value))
    return 'Start with one slash, without ?, # and backslashes.'
  if (isServed(value)) return 'This address is a part of the CMS, where no redirect is followed.'
  return true
}

/** Old urls and where they lead: to a document, whatever its url is by then, or to a fixed address. */
export const redirects = (slug: string, { isEditor, isStaff }: Policies): CollectionConfig => ({
  slug,
  labels: { singular: 'Redirect', plural: 'Redirects' },
  access: { create: isEditor, delete: isEditor, read: isStaff, update: isEditor },
  defaultSort: 'from',
  admin: {
    group: 'Site',
    useAsTitle: 'from',
    defaultColumns: ['from', 'to', 'kind', 'updatedAt'],
    listSearchableFields: ['from', 'to'],
    description: 'Old urls that lead readers to where a page is now. Made when a published article moves.',
  },
  hooks: { beforeChange: [refuseLoops] },
  fields: [
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      admin: {
        description:
          'Path on the site, such as /learn/biology/questions/what-is-dna. Saved as readable text, without a slash at the end.',
      },
      hooks: { beforeValidate: [inFiringForm] },
      validate: checkFrom,
    },
    {
      name: 'to',
      type: 'text',
      admin: {
        description: 'Path or https address. Empty where the redirect leads to a document.',
        condition: (data) => !data.document,
      },
      validate: (value: unknown) =>
        value === null ||
        value === undefined ||
        value === '' ||
        (typeof value === 'string' && /^(\/(?!\/)|https:\/\/)\S*$/.test(value)) ||
        'Use a path that starts with one slash, or an https address.',
    },
    { name: 'relationTo', type: 'text', admin: { hidden: true } },
    {
      name: 'document',
      type: 'text',
      index: true,
      admin: {
        readOnly: true,
        description: 'Id of the document that the redirect follows.',
        condition: (data) => Boolean(data.document),
      },
    },
    {
      name: 'kind',
      type: 'select',
      defaultValue: 'manual',
      options: [
        { label: 'Moved article', value: 'moved' },
        { label: 'Made by hand', value: 'manual' },
      ],
      admin: { readOnly: true },
    },
  ],
})
