import type { GroupField } from 'payload'

import { label } from '../translations/translate.ts'
import { shownLengths } from './shownLengths.ts'

const meter = (name: keyof typeof shownLengths) => ({
  afterInput: [{ path: 'answerbook/client#LengthMeter', clientProps: { shown: shownLengths[name] } }],
})

/**
 * What search engines show: title, description and keywords in a group named `seo`, with their lengths and a preview of the
 * search result.
 */
export const seoField = (): GroupField => ({
  name: 'seo',
  type: 'group',
  label: false,
  admin: { hideGutter: true },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: label('answerbook:content:seo:title'),
      admin: { components: meter('title'), description: label('answerbook:content:seo:titleDescription') },
    },
    {
      name: 'description',
      type: 'textarea',
      label: label('answerbook:content:seo:description'),
      admin: {
        components: meter('description'),
        description: label('answerbook:content:seo:descriptionDescription'),
      },
    },
    {
      name: 'searchPreview',
      type: 'ui',
      admin: {
        disableBulkEdit: true,
        disableListColumn: true,
        components: { Field: 'answerbook/client#SearchPreview' },
      },
    },
    {
      name: 'keywords',
      type: 'textarea',
      label: label('answerbook:content:seo:keywords'),
      admin: { description: label('answerbook:content:seo:keywordsDescription') },
    },
  ],
})
