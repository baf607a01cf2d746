import { type Policies, rolePolicies } from 'answerbook'
import { limitReads, refuseDeletingUsed } from 'answerbook/app'
import { validSlug } from 'answerbook/hooks'
import { getTranslation } from '@payloadcms/translations'
import type { CollectionConfig, TextFieldSingleValidation } from 'payload'

import { otherWords, subjectWords as words } from './words.ts'

export type SubjectsOptions = {
  /** Who counts as editor and staff. Default: the roles of `users`. */
  policies?: Policies
  /** Access that replaces the default, operation by operation. */
  access?: CollectionConfig['access']
}

const subjectSlug: TextFieldSingleValidation = (value, options) =>
  /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,99}$/u.test(value ?? '')
    ? validSlug(value, options)
    : getTranslation(words.slugInvalid, options.req.i18n)

/** The subjects of articles. A subject's slug is a folder of the content root and part of URLs. */
export const subjects = ({ policies = rolePolicies, access }: SubjectsOptions = {}): CollectionConfig => ({
  slug: 'subjects',
  labels: words.labels,
  access: {
    create: policies.isEditor,
    delete: policies.isEditor,
    read: () => true,
    update: policies.isEditor,
    ...access,
  },
  defaultSort: 'title',
  defaultPopulate: { title: true, slug: true },
  admin: {
    useAsTitle: 'title',
    group: otherWords.groups.content,
    description: words.description,
    defaultColumns: ['title', 'slug', 'hidden', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
  },
  hooks: {
    beforeOperation: [limitReads(100)],
    beforeDelete: [refuseDeletingUsed({ collection: 'articles', field: 'subject' })],
  },
  fields: [
    {
      name: 'title',
      label: words.title,
      type: 'text',
      required: true,
      index: true,
      admin: { description: words.titleDescription },
    },
    {
      name: 'slug',
      label: words.slug,
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 100,
      access: { update: () => false },
      admin: {
        position: 'sidebar',
        description: words.slugDescription,
      },
      validate: subjectSlug,
    },
    {
      name: 'aliases',
      label: words.aliases,
      type: 'text',
      hasMany: true,
      access: { read: policies.isStaff },
      admin: { position: 'sidebar', description: words.aliasesDescription },
    },
    {
      name: 'hidden',
      label: words.hidden,
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar', description: words.hiddenDescription },
    },
    {
      name: 'articles',
      label: words.articles,
      type: 'join',
      collection: 'articles',
      on: 'subject',
      defaultLimit: 20,
      defaultSort: '-date',
      maxDepth: 1,
      // Subjects and articles refer to each other: without a price, a short query could request millions of documents.
      graphQL: { complexity: 200 },
      where: { deletedAt: { exists: false } },
      admin: { defaultColumns: ['question', '_status', 'date'], allowCreate: false },
    },
  ],
})
