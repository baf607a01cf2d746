import {
  contentAccess,
  dayField,
  deriveSlugAndUrl,
  editingSession,
  fillSeoTitle,
  healLinksOnArrival,
  keepDraftOnTop,
  limitReads,
  markdownField,
  onPublishedUrlChange,
  type Policies,
  redirectMoved,
  refuseStaleSave,
  refuseUnapprovedPublishing,
  removeRedirectsOnDelete,
  relatedFields,
  rememberPublishedUrl,
  rememberRestoring,
  rolePolicies,
  seoField,
  slugAndUrlFields,
  unlinkOnDelete,
} from 'answerbook'
import type { CollectionConfig } from 'payload'

export type ArticlesOptions = {
  /** Who counts as editor and staff. Default: the roles of `users`. */
  policies?: Policies
  /** Access that replaces the default, operation by operation. */
  access?: CollectionConfig['access']
  /** Author of a new article. Default: empty. */
  author?: string
  /** Meta title of an article that has none. Default: the subject's title. */
  seoTitle?: (subject: string) => string
}

const links = { collection: 'articles', field: 'relatedArticles', unresolved: 'unresolvedLinks' }

const urlOf = ({ slug, relation }: { slug: string; relation: string }): string =>
  `/learn/${relation}/questions/${slug}`

/** Questions and answers: drafts with autosave, versions, trash, scheduled publishing, links to each other. */
export const articles = ({
  policies = rolePolicies,
  access,
  author,
  seoTitle = (subject) => subject,
}: ArticlesOptions = {}): CollectionConfig => ({
  slug: 'articles',
  trash: true,
  versions: { drafts: { autosave: { interval: 800 }, schedulePublish: true }, maxPerDoc: 20 },
  access: { ...contentAccess(policies), ...access },
  defaultSort: '-updatedAt',
  defaultPopulate: { question: true, url: true, subject: true },
  indexes: [
    { fields: ['subject', '_status', 'date'] },
    { fields: ['_status', 'deletedAt', 'updatedAt'] },
    { fields: ['_status', 'deletedAt', 'date'] },
  ],
  admin: {
    useAsTitle: 'question',
    group: 'Content',
    description: 'Questions and their answers, as readers find them on the site.',
    defaultColumns: ['question', 'subject', '_status', 'date', 'updatedAt'],
    listSearchableFields: ['question', 'url', 'author'],
    pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] },
  },
  hooks: {
    beforeOperation: [
      limitReads(100),
      refuseUnapprovedPublishing(policies),
      rememberRestoring,
      keepDraftOnTop.beforeOperation,
    ],
    beforeValidate: [
      refuseStaleSave.beforeValidate,
      keepDraftOnTop.beforeValidate,
      deriveSlugAndUrl({
        slugFrom: 'question',
        relation: { field: 'subject', collection: 'subjects' },
        urlOf,
      }),
    ],
    beforeChange: [
      rememberPublishedUrl,
      fillSeoTitle({ relation: { field: 'subject', collection: 'subjects' }, seoTitle }),
    ],
    afterChange: [
      onPublishedUrlChange(redirectMoved),
      healLinksOnArrival(links),
      keepDraftOnTop.afterChange,
      refuseStaleSave.afterChange,
    ],
    beforeDelete: [
      removeRedirectsOnDelete,
      unlinkOnDelete(links, ({ question, url }) => ({ title: String(question), url: String(url) })),
    ],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Question',
          fields: [
            {
              name: 'question',
              type: 'text',
              required: true,
              admin: { description: 'As a reader would ask it. It is also the title of the page.' },
            },
            markdownField({
              name: 'answer',
              required: true,
              links: [{ collection: 'articles', title: 'question', url: 'url' }],
              media: 'media',
              admin: {
                description:
                  'Markdown with tables, code and math: $…$ within a line, $$…$$ on lines of its own.',
              },
            }),
          ],
        },
        {
          label: 'Links',
          fields: relatedFields({
            name: 'relatedArticles',
            unresolved: 'unresolvedLinks',
            collection: 'articles',
            policies,
          }),
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
    },
    {
      name: 'subject',
      type: 'relationship',
      relationTo: 'subjects',
      required: true,
      index: true,
      maxDepth: 2,
      admin: {
        position: 'sidebar',
        description: 'Where the article is filed. Changing it moves the article to another url.',
      },
    },
    ...slugAndUrlFields(),
    dayField({
      name: 'date',
      index: true,
      admin: { position: 'sidebar', description: 'Shown with the article.' },
    }),
    {
      name: 'author',
      type: 'text',
      ...(author === undefined ? {} : { defaultValue: author }),
      admin: { position: 'sidebar', description: 'Name shown with the article.' },
    },
    editingSession(),
  ],
})

const importData = ({ isStaff }: Policies): CollectionConfig['fields'] => {
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
