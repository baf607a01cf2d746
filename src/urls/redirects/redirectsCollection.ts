import type { CollectionConfig, FieldHook, TextFieldSingleValidation } from 'payload'

import type { Policies } from '../../access/policies.ts'
import { isRecord } from '../../documents/documents.ts'
import { inAllLanguages } from '../../translations/withTranslations.ts'
import { label, translate } from '../../translations/translate.ts'
import { firingPath, isPath, isServed } from './redirectPaths.ts'
import { refuseLoops } from './refuseLoops.ts'

// A stored value is already in that form, and decoding it again could change it.
const inFiringForm: FieldHook = ({ originalDoc, value }): unknown => {
  const typed: unknown = value
  const document: unknown = originalDoc
  const stored = isRecord(document) ? document.from : undefined
  return typeof typed === 'string' && typed !== stored ? (firingPath(typed) ?? typed) : typed
}

const checkFrom: TextFieldSingleValidation = (value, { req }) => {
  if (typeof value !== 'string' || !isPath(value)) return translate(req, 'answerbook:messages:redirectFrom')
  return isServed(value) ? translate(req, 'answerbook:messages:redirectFromServed') : true
}

const checkTo: TextFieldSingleValidation = (value, { req }) =>
  !value || /^(\/(?!\/)|https:\/\/)\S*$/.test(value) || translate(req, 'answerbook:messages:redirectTo')

/** Old URLs and where they redirect: to a document, whatever its current URL is, or to a fixed address. */
export const redirects = (slug: string, { isEditor, isStaff }: Policies): CollectionConfig => ({
  slug,
  labels: {
    singular: label('answerbook:content:redirects:singular'),
    plural: label('answerbook:content:redirects:plural'),
  },
  access: { create: isEditor, delete: isEditor, read: isStaff, update: isEditor },
  defaultSort: 'from',
  admin: {
    group: inAllLanguages('answerbook:content:groups:site'),
    useAsTitle: 'from',
    defaultColumns: ['from', 'to', 'kind', 'updatedAt'],
    listSearchableFields: ['from', 'to'],
    description: label('answerbook:content:redirects:description'),
  },
  hooks: { beforeChange: [refuseLoops] },
  fields: [
    {
      name: 'from',
      type: 'text',
      label: label('answerbook:content:redirects:from'),
      required: true,
      unique: true,
      index: true,
      admin: {
        description: label('answerbook:content:redirects:fromDescription'),
      },
      hooks: { beforeValidate: [inFiringForm] },
      validate: checkFrom,
    },
    {
      name: 'to',
      type: 'text',
      label: label('answerbook:content:redirects:to'),
      admin: {
        description: label('answerbook:content:redirects:toDescription'),
        condition: (data) => !data.document,
      },
      validate: checkTo,
    },
    { name: 'relationTo', type: 'text', admin: { hidden: true } },
    {
      name: 'document',
      type: 'text',
      label: label('answerbook:content:redirects:document'),
      index: true,
      admin: {
        readOnly: true,
        description: label('answerbook:content:redirects:documentDescription'),
        condition: (data) => Boolean(data.document),
      },
    },
    {
      name: 'kind',
      type: 'select',
      label: label('answerbook:content:redirects:kind'),
      defaultValue: 'manual',
      options: [
        { label: label('answerbook:content:redirects:moved'), value: 'moved' },
        { label: label('answerbook:content:redirects:manual'), value: 'manual' },
      ],
      admin: { readOnly: true },
    },
  ],
})
