import type { GroupField } from 'payload'

import { label } from '../translations/translate.ts'

/** What search engines show: title, description and keywords in a group named `seo`. */
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
      admin: { description: label('answerbook:content:seo:titleDescription') },
    },
    {
      name: 'description',
      type: 'textarea',
      label: label('answerbook:content:seo:description'),
      admin: { description: label('answerbook:content:seo:descriptionDescription') },
    },
    {
      name: 'keywords',
      type: 'textarea',
      label: label('answerbook:content:seo:keywords'),
      admin: { description: label('answerbook:content:seo:keywordsDescription') },
    },
  ],
})
