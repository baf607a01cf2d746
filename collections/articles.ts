import { contentAccess, dayField, type Policies, rolePolicies, slugField, urlField } from 'answerbook'
import { limitReads } from 'answerbook/app'
import { fillSeoTitle } from 'answerbook/hooks'
import type { CollectionConfig } from 'payload'

import { articleTabs } from './articleTabs.ts'
import { articleWords as words, otherWords } from './words.ts'

export type ArticlesOptions = {
  /**
   * Who counts as editor and staff.
   * @default the roles of `users`
   */
  policies?: Policies
  /** Access that replaces the default, operation by operation. */
  access?: CollectionConfig['access']
  /**
   * Author of a new article.
   * @default none
   */
  author?: string
  /**
   * Meta title of an article that has none.
   * @default the subject's title
   */
  seoTitle?: (subject: string) => string
}

/** Questions and answers: drafts with autosave, versions, trash, scheduled publishing. The mapping says the rest. */
export const articles = ({
  policies = rolePolicies,
  access,
  author,
  seoTitle = (subject) => subject,
}: ArticlesOptions = {}): CollectionConfig => ({
  slug: 'articles',
  labels: words.labels,
  trash: true,
  versions: { drafts: { autosave: { interval: 800 }, schedulePublish: true }, maxPerDoc: 20 },
  access: { ...contentAccess(policies), ...access },
  defaultSort: '-updatedAt',
  defaultPopulate: { question: true, url: true, subject: true },
  // What readers may see comes last, so that each serves editors too, and a count reads no document.
  indexes: [
    { fields: ['subject', 'deletedAt', 'date', 'createdAt', '_status'] },
    { fields: ['deletedAt', 'updatedAt', 'createdAt', '_status'] },
    { fields: ['deletedAt', 'date', 'createdAt', '_status'] },
  ],
  admin: {
    useAsTitle: 'question',
    group: otherWords.groups.content,
    description: words.description,
    defaultColumns: ['question', 'subject', '_status', 'date', 'updatedAt'],
    listSearchableFields: ['question', 'url', 'author'],
    pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] },
    enableListViewSelectAPI: true,
  },
  hooks: {
    beforeOperation: [limitReads(100)],
    beforeChange: [fillSeoTitle({ relation: 'subject', seoTitle })],
  },
  fields: [
    articleTabs(policies),
    {
      name: 'subject',
      label: words.subject,
      type: 'relationship',
      relationTo: 'subjects',
      required: true,
      index: true,
      maxDepth: 2,
      admin: {
        position: 'sidebar',
        description: words.subjectDescription,
        components: { Cell: 'answerbook/client#RelationshipCell' },
      },
    },
    slugField(),
    urlField(),
    dayField({
      name: 'date',
      label: words.date,
      index: true,
      admin: { position: 'sidebar', description: words.dateDescription },
    }),
    {
      name: 'author',
      label: words.author,
      type: 'text',
      ...(author === undefined ? {} : { defaultValue: author }),
      admin: { position: 'sidebar', description: words.authorDescription },
    },
  ],
})
