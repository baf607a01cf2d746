import { markdownField, type Policies, relatedFields, seoField } from 'answerbook'
import type { Field, TabsField } from 'payload'

import { articleMapping } from './articleMapping.ts'
import { articleWords as words } from './words.ts'

const importData = ({ isStaff }: Policies): Field[] => {
  const access = { read: isStaff }
  return [
    {
      name: 'title',
      type: 'text',
      access,
      label: words.title,
      admin: { description: words.titleDescription },
    },
    {
      name: 'articleTitle',
      type: 'text',
      access,
      label: words.articleTitle,
      admin: { description: words.titleDescription },
    },
    {
      name: 'legacyId',
      type: 'number',
      access,
      index: true,
      label: words.legacyId,
      admin: { description: words.legacyIdDescription },
    },
    {
      name: 'score',
      type: 'number',
      access,
      label: words.score,
      admin: { description: words.scoreDescription },
    },
    {
      name: 'dateFormat',
      type: 'text',
      access,
      label: words.dateFormat,
      admin: { description: words.dateFormatDescription },
    },
    {
      name: 'postOnText',
      type: 'text',
      access,
      label: words.postOnText,
      admin: { description: words.postOnTextDescription },
    },
  ]
}

/** The tabs of an article: question and answer, links, SEO, import data. */
export const articleTabs = (policies: Policies): TabsField => ({
  type: 'tabs',
  tabs: [
    {
      label: words.tabs.question,
      fields: [
        {
          name: 'question',
          label: words.question,
          type: 'text',
          required: true,
          index: true,
          admin: { description: words.questionDescription },
        },
        markdownField({
          name: 'answer',
          label: words.answer,
          required: true,
          media: 'media',
          admin: { description: words.answerDescription },
        }),
      ],
    },
    {
      label: words.tabs.links,
      fields: relatedFields({ ...articleMapping, label: words.relatedArticles }),
    },
    {
      label: words.tabs.seo,
      fields: [
        seoField(),
        {
          name: 'noIndex',
          type: 'checkbox',
          label: words.noIndex,
          defaultValue: false,
          admin: { description: words.noIndexDescription },
        },
        {
          name: 'canonicalUrl',
          type: 'text',
          label: words.canonicalUrl,
          admin: { description: words.canonicalUrlDescription },
        },
      ],
    },
    {
      label: words.tabs.importData,
      admin: { description: words.tabs.importDataDescription },
      fields: importData(policies),
    },
  ],
})
