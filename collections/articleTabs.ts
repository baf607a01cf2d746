import { markdownField, type Policies, relatedFields, seoField } from 'answerbook'
import type { Field, TabsField } from 'payload'

import { articleMapping } from './articleMapping.ts'

const importData = ({ isStaff }: Policies): Field[] => {
  const access = { read: isStaff }
  return [
    {
      name: 'title',
      type: 'text',
      access,
      label: 'Page title',
      admin: { description: 'Only where it differs from the question.' },
    },
    {
      name: 'articleTitle',
      type: 'text',
      access,
      label: 'Article title',
      admin: { description: 'Only where it differs from the question.' },
    },
    {
      name: 'legacyId',
      type: 'number',
      access,
      index: true,
      label: 'Id of the older system',
      admin: { description: 'May repeat: the same question under several subjects shares one.' },
    },
    { name: 'score', type: 'number', access, admin: { description: 'Rating that came with the file.' } },
    {
      name: 'dateFormat',
      type: 'text',
      access,
      label: 'Date format',
      admin: { description: 'How the site prints the date.' },
    },
    {
      name: 'postOnText',
      type: 'text',
      access,
      label: 'Words before the date',
      admin: { description: 'Such as: Posted on.' },
    },
  ]
}

/** What editors of an article see in tabs: the question and its answer, links, what search engines get, import data. */
export const articleTabs = (policies: Policies): TabsField => ({
  type: 'tabs',
  tabs: [
    {
      label: 'Question',
      fields: [
        {
          name: 'question',
          type: 'text',
          required: true,
          index: true,
          admin: { description: 'As a reader would ask it. It is also the title of the page.' },
        },
        markdownField({
          name: 'answer',
          required: true,
          links: [{ collection: 'articles', title: 'question', url: 'url' }],
          media: 'media',
          admin: {
            description: 'Markdown with tables, code and math: $…$ within a line, $$…$$ on lines of its own.',
          },
        }),
      ],
    },
    {
      label: 'Links',
      fields: relatedFields(articleMapping),
    },
    {
      label: 'SEO',
      fields: [
        seoField(),
        {
          name: 'noIndex',
          type: 'checkbox',
          label: 'Hide from search engines',
          defaultValue: false,
          admin: { description: 'The page stays readable for everybody who has its url.' },
        },
        {
          name: 'canonicalUrl',
          type: 'text',
          label: 'Canonical URL',
          admin: {
            description:
              'Only where the same answer also lives at another url that search engines should prefer.',
          },
        },
      ],
    },
    {
      label: 'Import data',
      admin: { description: 'What the file said beyond the above. Kept for the export; seldom edited.' },
      fields: importData(policies),
    },
  ],
})
