import type { GroupField } from 'payload'

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
      label: 'Meta title',
      admin: {
        description: 'Shown as the heading of a search result. Left empty, it is made from the subject.',
      },
    },
    {
      name: 'description',
      type: 'textarea',
      label: 'Meta description',
      admin: {
        description:
          'Shown under the heading of a search result. Search engines cut it off after about 160 characters.',
      },
    },
    {
      name: 'keywords',
      type: 'textarea',
      label: 'Meta keywords',
      admin: { description: 'Words that people would search for, separated by commas.' },
    },
  ],
})
